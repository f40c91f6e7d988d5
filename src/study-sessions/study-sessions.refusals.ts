import { Refusal } from '../platform/problems/refusal';

export class NotAStudySession extends Refusal.saying('not_a_study_session', 'conflict', {
  vi: 'Lớp này không phải hội nghị học tập nghị quyết nên không có tài liệu, điểm cầu và danh sách triệu tập. Hãy chọn chương trình “Học tập nghị quyết”.',
  en: 'This class is not a resolution study, so it has no documents, sites or called units. Choose the resolution study course.',
}) {}

export class NoSite extends Refusal.saying('no_site', 'wrong_moment', {
  vi: 'Hội nghị chưa có điểm cầu nào để đơn vị đến học. Hãy thêm điểm cầu ở mục “Chuẩn bị hội nghị” trước.',
  en: 'The study has no site to come to yet. Add one under “Prepare the study” first.',
}) {}

export class RegistrationNotOpen extends Refusal.saying('registration_not_open', 'wrong_moment', {
  vi: 'Hội nghị chưa được thông báo nên chưa đăng ký người dự được. Văn phòng đào tạo cần thông báo trước.',
  en: 'The study is not announced yet, so nobody can be registered. The training office must announce it first.',
}) {}

export class UnitNotCalled extends Refusal.saying('unit_not_called', 'conflict', {
  vi: 'Đơn vị này không có trong danh sách triệu tập của hội nghị nên chưa đăng ký được. Hãy đề nghị văn phòng đào tạo bổ sung đơn vị và điểm cầu.',
  en: 'This unit is not called to the study, so nobody of it can be registered. Ask the training office to call it and name its site.',
}) {}

export class SiteTooSmall extends Refusal {
  constructor(name: string, capacity: number, people: number) {
    super(
      'site_too_small',
      'conflict',
      {
        vi: `${name} có ${capacity} chỗ nhưng sẽ có ${people} người. Chưa ghi gì thêm. Hãy chọn ít người hơn, hoặc đề nghị văn phòng đào tạo tăng sức chứa hay chuyển đơn vị sang điểm cầu khác.`,
        en: `${name} holds ${capacity} people and would have ${people}. Nothing was added. Choose fewer people, or ask the training office for more room or another site.`,
      },
      { facts: { capacity, people } },
    );
  }
}

/** A list longer than the places left; nothing of it was taken. */
export class SiteFull extends Refusal {
  constructor(name: string, free: number, asked: number) {
    super(
      'site_full',
      'conflict',
      {
        vi: `${name} còn ${free} chỗ nhưng danh sách có ${asked} người chưa đăng ký. Chưa ghi ai. Hãy chọn ít người hơn, đánh dấu “Đủ chỗ cho ai thì đăng ký người đó”, hoặc đề nghị văn phòng đào tạo tăng sức chứa hay chuyển đơn vị sang điểm cầu khác.`,
        en: `${name} has ${free} places left and the list has ${asked} people to register. Nobody was registered. Choose fewer people, tick “Register as many as there is room for”, or ask the training office for more room or another site.`,
      },
      { facts: { site: name, free, asked } },
    );
  }
}

export class SiteNameTaken extends Refusal.saying('site_name_taken', 'conflict', {
  vi: 'Hội nghị đã có một điểm cầu tên này. Hãy đặt tên khác để đơn vị khỏi nhầm.',
  en: 'The study has a site of this name already. Choose another name, so that nobody goes to the wrong one.',
}) {}

export class OneCentralSite extends Refusal.saying('one_central_site', 'conflict', {
  vi: 'Mỗi hội nghị có đúng một điểm cầu trung tâm. Hãy chọn một điểm cầu làm trung tâm, các điểm khác là điểm kết nối.',
  en: 'A study has exactly one central site. Make one site the central one; the others are connected to it.',
}) {}
