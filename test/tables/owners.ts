/**
 * Which room owns what of the database. Tables of an entity are not repeated: they belong to the room of its file. Where
 * a trigger calls a function, it belongs to the room whose table it writes or keeps.
 */
export const owned: Readonly<Record<string, string>> = {
  platform: `
    cursor_keys idempotency_keys form_outcomes import_rows matched_columns journal_head journal_lines journal_seals journal_read_up_to long_jobs long_job_steps
    recurring_looks folded_text mail_messages mail_pauses mail_domain_minutes bad_mail_addresses notices refuse_change
    keep_journal_head`,
  webhooks: 'webhooks webhook_deliveries',
  organization: `
    unit_names unit_parents letterheads signature_blocks forms_of_address address_of units_below every_unit_below group_above units_of_groups unit_it_became unit_name_on organizing_bloc refuse_another_kind_of_unit has_left`,
  people: `
    former_memberships person_distinctions refuse_who_was_merged posts post_spellings posts_by_catalogue post_words post_written
    is_key_by_posts is_key_cadre know_posts
    alike_people pair_people_alike unpair_people pair_new_people pair_changed_person unpair_people_gone`,
  accounts: `
    account_links api_tokens web_sessions sign_in_attempts set_up_codes grants_in_force own_grants only_holder
    second_factors recovery_codes second_factor_attempts link_requests
    linked_identities open_id_attempts
    refuse_what_is_not_ones_own_to_lend unit_kind_of_role refuse_a_role_elsewhere refuse_deciding_about_oneself
    keep_an_administrator keep_an_administrator_as_one_is_locked keep_an_administrator_as_a_grant_ends`,
  scans: 'scans scanned_papers paper_id',
  courses: 'course_rules theory_level_requirements',
  'training-records': 'training_records_in_force courses_completed',
  classes: `
    seats half_day_times period_lengths working_weeks timetable_changes manager_hours manager_hours_by_grant class_has_ended
    class_is_under_way is_for_group hold_room_of_group count_half_day_change hold_room_of_half_day hold_usual_room is_working_day
    working_day_near lay_manager_hours lay_manager_hours_of_half_day lay_manager_hours_of_grant
    lay_manager_hours_of_account`,
  'training-plans': `
    classes_in_plans training_plan_seasons training_plan_no_needs training_plan_needs training_plan_addressees training_plan_confirmations
    training_plan_comments training_plan_answers_due`,
  enrollments: `
    attendance_marks office_entries essay_files essay_terms essay_versions check_in_halls check_in_devices refused_scans
    leave_request_half_days deferrals deferrals_waiting is_expected set_expected group_moves expect_from_joining_the_group
    misses_before_joining leave_needs_paper half_days_on_leave only_office_decides leave_at_half_days half_days_of_learners keep_for_closing attendance_opens_at`,
  nominations: `
    unit_answers letter_sequence standing_unit_answers nominations_in_review reviews_waiting places_in_classes people_away leavers open_leavers flag_leavers
    places_before_cancellation cancellation_reversals group_letters unit_letters decisions_held`,
  'theory-classes': `
    modules module_half_days module_marks marks_in_force exam_permissions exams exam_rooms exam_invigilators exam_candidates exam_changes
    exam_hours lay_hours_of_exam lay_hours_of_exams count_exam_change keep_half_day_from_exams keep_people_from_exams
    keep_moved_people_from_exams cancel_exams_of_class follow_enrollment_to_exams`,
  'study-sessions': 'exemptions roll_entries roll_corrections roll_lines frozen_rolls refuse_entry_on_frozen_roll',
  calendars: 'calendar_feeds calendar_invitations calendar_reads',
  completions: `
    completions certificate_registers certificate_register_lines certificates_in_force certificate_facts
    certificate_line_hash chain_certificate_line verification_attempts
    class_reopenings certificates_handed_out
    completion_amendments amended_attendance amended_marks amended_essays
    amended_attendance_in_force amended_marks_in_force amended_essays_in_force`,
  reminders: `
    reminder_rules reminder_rule_exceptions class_messages reminders reminder_lines reminder_choices reminder_digests
    reminder_texts unsubscribe_keys office_heads`,
  reports:
    'yearly_report_confirmations keep_settled_report report_sums report_studies report_needs report_need_sums report_counts',
  invariants: 'examined_invariants',
  operations: 'backups',
  desks: 'first_step_answers',
};
