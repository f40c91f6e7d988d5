import type { MigrationInterface, QueryRunner } from 'typeorm';

const by350 = [
  'Quy định 350-QĐ/TW ngày 29/8/2025: trong doanh nghiệp từ trưởng phòng trở lên, hoặc cấp ủy viên cơ sở',
  'Regulation 350-QĐ/TW of 29/08/2025: in an enterprise head of department and up, or member of a base committee',
];
const custom = [
  'Theo thông lệ của các doanh nghiệp nhà nước, chưa có văn bản',
  'As state enterprises are used to; no text at hand',
];

const asMarked = [
  'Các đơn vị đánh dấu là chủ chốt; phần đọc được của Quy định 350-QĐ/TW chỉ nêu từ trưởng phòng trở lên',
  'Units mark them as key cadres; what could be read of Regulation 350-QĐ/TW names heads of department and up',
];

/** Name, name in English, rank, whether it makes a key cadre, its source, whether that was read, and how rosters write it. */
const catalogue = [
  [
    'Chủ tịch Hội đồng quản trị',
    'Chairman of the board',
    'unit',
    true,
    by350,
    true,
    'Chủ tịch HĐQT; CT HĐQT; Chủ tịch Hội đồng; Chủ tịch Công ty',
  ],
  [
    'Chủ tịch Hội đồng thành viên',
    'Chairman of the members’ council',
    'unit',
    true,
    by350,
    true,
    'Chủ tịch HĐTV; CT HĐTV',
  ],
  [
    'Tổng Giám đốc',
    'Director general',
    'unit',
    true,
    by350,
    true,
    'TGĐ; Tổng GĐ; Quyền Tổng Giám đốc; Q. Tổng Giám đốc; Q. TGĐ',
  ],
  [
    'Giám đốc',
    'Director',
    'unit',
    true,
    by350,
    true,
    'GĐ; Giám đốc Công ty; GĐ Công ty; Quyền Giám đốc; Q. Giám đốc; Q. GĐ',
  ],
  [
    'Bí thư Đảng ủy',
    'Secretary of the Party committee',
    'unit',
    true,
    by350,
    true,
    'BT Đảng ủy; BT ĐU; BTĐU; Bí thư Đảng bộ',
  ],
  [
    'Thành viên Hội đồng quản trị',
    'Member of the board',
    'deputy_unit',
    true,
    by350,
    true,
    'Thành viên HĐQT; TV HĐQT; Ủy viên HĐQT; UV HĐQT; Thành viên Hội đồng thành viên; Thành viên HĐTV; TV HĐTV; Phó Chủ tịch HĐQT; Phó Chủ tịch Hội đồng quản trị',
  ],
  [
    'Phó Tổng Giám đốc',
    'Deputy director general',
    'deputy_unit',
    true,
    by350,
    true,
    'PTGĐ; Phó TGĐ; P. TGĐ; Phó Tổng GĐ; P. Tổng Giám đốc; Phó Tổng',
  ],
  [
    'Phó Giám đốc',
    'Deputy director',
    'deputy_unit',
    true,
    by350,
    true,
    'PGĐ; Phó GĐ; P. GĐ; P. Giám đốc; Phó Giám đốc Công ty; PGĐ Công ty',
  ],
  [
    'Phó Bí thư Đảng ủy',
    'Deputy secretary of the Party committee',
    'deputy_unit',
    true,
    by350,
    true,
    'PBT Đảng ủy; Phó BT Đảng ủy; PBT ĐU; PBTĐU; Phó Bí thư Thường trực Đảng ủy; Phó Bí thư Đảng bộ',
  ],
  [
    'Trưởng Ban kiểm soát',
    'Head of the supervisory board',
    'deputy_unit',
    true,
    custom,
    false,
    'Trưởng BKS; Kiểm soát viên trưởng',
  ],
  [
    'Ủy viên Ban Thường vụ Đảng ủy',
    'Member of the standing committee',
    'department',
    true,
    by350,
    true,
    'Ủy viên BTV Đảng ủy; UV BTV Đảng ủy; UV BTV ĐU; UVBTV; Ủy viên Thường vụ; Ủy viên Ban Thường vụ; UV BTV; Ủy viên BTV',
  ],
  [
    'Đảng ủy viên',
    'Member of the Party committee',
    'department',
    true,
    by350,
    true,
    'Ủy viên Đảng ủy; ĐUV; Ủy viên Ban Chấp hành Đảng bộ; Ủy viên BCH Đảng bộ; UV BCH Đảng bộ; UVBCH Đảng bộ',
  ],
  ['Kế toán trưởng', 'Chief accountant', 'department', true, custom, false, 'KTT'],
  [
    'Trưởng phòng',
    'Head of department',
    'department',
    true,
    by350,
    true,
    'TP; T. phòng; Trưởng P; Quyền Trưởng phòng; Q. Trưởng phòng; Phụ trách phòng',
  ],
  ['Trưởng ban', 'Head of section', 'department', true, custom, false, 'Chánh Văn phòng; Chánh VP'],
  [
    'Giám đốc xí nghiệp, chi nhánh, nhà máy',
    'Director of a works or branch',
    'department',
    true,
    custom,
    false,
    'Giám đốc Xí nghiệp; GĐ Xí nghiệp; GĐ XN; Giám đốc XN; Giám đốc Chi nhánh; GĐ Chi nhánh; GĐ CN; Giám đốc Nhà máy; GĐ Nhà máy; GĐ NM; Giám đốc Trung tâm; GĐ Trung tâm; GĐ TT',
  ],
  ['Quản đốc', 'Head of workshop', 'department', true, custom, false, 'QĐ; QĐ PX; Quản đốc Phân xưởng; Quản đốc PX'],
  [
    'Chủ tịch Công đoàn',
    'Chairman of the trade union',
    'department',
    true,
    custom,
    false,
    'CT Công đoàn; CTCĐ; CT CĐ; Chủ tịch CĐ; Chủ tịch Công đoàn cơ sở',
  ],
  [
    'Bí thư Đoàn Thanh niên',
    'Secretary of the Youth Union',
    'deputy_department',
    false,
    custom,
    false,
    'Bí thư Đoàn; BT Đoàn; Bí thư ĐTN; Bí thư Đoàn cơ sở',
  ],
  [
    'Phó Trưởng phòng',
    'Deputy head of department',
    'deputy_department',
    true,
    asMarked,
    false,
    'Phó phòng; PTP; Phó TP; P. Trưởng phòng; P. phòng; Phó Chánh Văn phòng; Phó Chánh VP',
  ],
  ['Phó Trưởng ban', 'Deputy head of section', 'deputy_department', true, asMarked, false, 'Phó ban; P. Trưởng ban'],
  [
    'Phó Giám đốc xí nghiệp, chi nhánh, nhà máy',
    'Deputy director of a works or branch',
    'deputy_department',
    true,
    asMarked,
    false,
    'Phó Giám đốc Xí nghiệp; PGĐ Xí nghiệp; PGĐ XN; Phó GĐ XN; Phó Giám đốc XN; Phó GĐ Xí nghiệp; Phó Giám đốc Chi nhánh; PGĐ Chi nhánh; PGĐ CN; Phó GĐ Chi nhánh; Phó Giám đốc Nhà máy; PGĐ Nhà máy; PGĐ NM; Phó GĐ Nhà máy; Phó Giám đốc Trung tâm; PGĐ Trung tâm',
  ],
  ['Phó Quản đốc', 'Deputy head of workshop', 'deputy_department', true, asMarked, false, 'Phó QĐ; PQĐ; P. Quản đốc'],
  [
    'Phó Chủ tịch Công đoàn',
    'Deputy chairman of the trade union',
    'deputy_department',
    false,
    custom,
    false,
    'PCT Công đoàn; Phó CT Công đoàn; PCTCĐ; Phó Chủ tịch CĐ',
  ],
  ['Bí thư chi bộ', 'Secretary of a Party cell', 'deputy_department', false, custom, false, 'BT chi bộ; BTCB; BT CB'],
  [
    'Phó Bí thư chi bộ',
    'Deputy secretary of a Party cell',
    'team',
    false,
    custom,
    false,
    'PBT chi bộ; Phó BT chi bộ; PBTCB; PBT CB',
  ],
  ['Chi ủy viên', 'Member of a cell’s committee', 'team', false, custom, false, 'CUV; Ủy viên chi ủy; Ủy viên chi bộ'],
  [
    'Tổ trưởng',
    'Foreman',
    'team',
    false,
    custom,
    false,
    'Đội trưởng; Trưởng ca; Trưởng nhóm; Tổ phó; Đội phó; Phó Tổ trưởng; Trưởng kho',
  ],
  [
    'Nhân viên, chuyên viên',
    'Staff',
    'staff',
    false,
    custom,
    false,
    'Nhân viên; NV; Chuyên viên; Chuyên viên chính; CV; Kỹ sư; KS; Kỹ thuật viên; Kế toán; Kế toán viên; Thủ kho; Thủ quỹ; Công nhân; Công nhân viên; CN; Lái xe; Bảo vệ; Cán bộ; Văn thư; Trợ lý; Thư ký; Đảng viên',
  ],
] as const;

export class Posts1764547200262 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Lowest first.
      CREATE TYPE post_rank AS ENUM ('staff', 'team', 'deputy_department', 'department', 'deputy_unit', 'unit');
      CREATE TABLE posts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name_vi text NOT NULL CONSTRAINT posts_one_name UNIQUE,
        name_en text NOT NULL,
        rank post_rank NOT NULL,
        makes_key_cadre boolean NOT NULL,
        citation_vi text NOT NULL,
        citation_en text NOT NULL,
        verified boolean NOT NULL,
        version integer NOT NULL DEFAULT 1
      );

      -- Words alone, without marks and punctuation: “P.GĐ” is “p gd”.
      CREATE FUNCTION post_words(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
        btrim(regexp_replace(folded_text(written), '[^a-z0-9]+', ' ', 'g'));

      -- How rosters write a post; its name is one way.
      CREATE TABLE post_spellings (
        folded text CONSTRAINT post_spellings_one_post PRIMARY KEY GENERATED ALWAYS AS (post_words(written)) STORED
          CONSTRAINT post_spellings_has_words CHECK (folded <> '' AND array_length(string_to_array(folded, ' '), 1) <= 12),
        written text NOT NULL,
        post_id uuid NOT NULL CONSTRAINT post_spellings_post REFERENCES posts ON DELETE CASCADE
      );
      CREATE INDEX post_spellings_by_post ON post_spellings (post_id);

      -- Which post a text of a roster says. One text may say several, parted by signs or by “kiêm” and “và”: the highest counts.
      -- A part says the post whose spelling it begins with, the longest one.
      CREATE FUNCTION post_written(written text) RETURNS uuid LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
      DECLARE
        part text;
        words text[];
        said posts;
        highest posts;
      BEGIN
        FOREACH part IN ARRAY regexp_split_to_array(normalize(written, NFC), E'[,;:/+&()\\n–—-]|\\\\s[kK][iI][êÊ][mM]\\\\s|\\\\s[vV][àÀ]\\\\s') LOOP
          words := string_to_array(post_words(part), ' ');
          FOR n IN REVERSE least(cardinality(words), 12)..1 LOOP
            SELECT p.* INTO said FROM post_spellings s JOIN posts p ON p.id = s.post_id WHERE s.folded = array_to_string(words[1:n], ' ');
            IF FOUND THEN
              IF highest.id IS NULL OR (said.rank, said.makes_key_cadre, said.id) > (highest.rank, highest.makes_key_cadre, highest.id) THEN
                highest := said;
              END IF;
              EXIT;
            END IF;
          END LOOP;
        END LOOP;
        RETURN highest.id;
      END $$;

      -- Whether two posts together make a key cadre; unknown while the catalogue does not know the post in the enterprise.
      CREATE FUNCTION is_key_by_posts(post boolean, party_post boolean) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
        CASE WHEN coalesce(post, false) OR coalesce(party_post, false) THEN true WHEN post IS NOT NULL THEN false END;

      ALTER TABLE persons
        ADD COLUMN post_id uuid CONSTRAINT persons_post REFERENCES posts,
        ADD COLUMN party_post_id uuid CONSTRAINT persons_party_post REFERENCES posts,
        -- What the catalogue says of them; null where it does not know.
        ADD COLUMN key_by_post boolean;

      -- As the catalogue says; where it does not know the post, as the roster does.
      CREATE FUNCTION is_key_cadre(by_post boolean, by_roster boolean) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
        coalesce(by_post, by_roster);
    `);
    await runner.query(
      `WITH given AS (SELECT gen_random_uuid() AS id, g.* FROM jsonb_to_recordset($1) g (
           name_vi text, name_en text, rank post_rank, makes_key_cadre boolean, citation_vi text, citation_en text, verified boolean, spellings text)),
         stored AS (INSERT INTO posts (id, name_vi, name_en, rank, makes_key_cadre, citation_vi, citation_en, verified)
           SELECT id, name_vi, name_en, rank, makes_key_cadre, citation_vi, citation_en, verified FROM given RETURNING id)
       INSERT INTO post_spellings (written, post_id)
       SELECT DISTINCT ON (post_words(w)) w, g.id FROM given g JOIN stored USING (id), regexp_split_to_table(g.name_vi || ';' || g.spellings, ' *; *') w`,
      [
        JSON.stringify(
          catalogue.map(([nameVi, nameEn, rank, isKey, [vi, en], verified, spellings]) => ({
            ...{ name_vi: nameVi, name_en: nameEn, rank, makes_key_cadre: isKey },
            ...{ citation_vi: vi, citation_en: en, verified, spellings },
          })),
        ),
      ],
    );
    await runner.query(`
      -- What the posts of everybody who writes one of these spellings are by the catalogue as it is; each text is looked up once.
      CREATE FUNCTION posts_by_catalogue(spellings text[]) RETURNS TABLE (person_id uuid, post_id uuid, party_post_id uuid, key_by_post boolean)
      LANGUAGE sql STABLE AS $$
        WITH written AS MATERIALIZED (
          SELECT t.text, post_written(t.text) AS post_id
          FROM (SELECT position FROM persons UNION SELECT party_position FROM persons) t (text)
          CROSS JOIN LATERAL (SELECT ' ' || post_words(t.text) || ' ' AS words OFFSET 0) w
          WHERE EXISTS (SELECT FROM unnest(spellings) s WHERE strpos(w.words, ' ' || s || ' ') > 0))
        SELECT p.id, n.post_id, n.party_post_id, is_key_by_posts(a.makes_key_cadre, b.makes_key_cadre)
        FROM persons p LEFT JOIN written x ON x.text = p.position LEFT JOIN written y ON y.text = p.party_position
        CROSS JOIN LATERAL (SELECT CASE WHEN x.text IS NULL THEN p.post_id ELSE x.post_id END AS post_id,
          CASE WHEN y.text IS NULL THEN p.party_post_id ELSE y.post_id END AS party_post_id) n
        LEFT JOIN posts a ON a.id = n.post_id LEFT JOIN posts b ON b.id = n.party_post_id
        WHERE x.text IS NOT NULL OR y.text IS NOT NULL
      $$;

      CREATE FUNCTION know_posts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.post_id := post_written(NEW.position);
        NEW.party_post_id := post_written(NEW.party_position);
        NEW.key_by_post := is_key_by_posts(
          (SELECT p.makes_key_cadre FROM posts p WHERE p.id = NEW.post_id), (SELECT p.makes_key_cadre FROM posts p WHERE p.id = NEW.party_post_id));
        RETURN NEW;
      END $$;
      CREATE TRIGGER persons_know_posts BEFORE INSERT ON persons FOR EACH ROW EXECUTE FUNCTION know_posts();
      CREATE TRIGGER persons_know_other_posts BEFORE UPDATE OF position, party_position ON persons FOR EACH ROW
        WHEN ((OLD.position, OLD.party_position) IS DISTINCT FROM (NEW.position, NEW.party_position)) EXECUTE FUNCTION know_posts();

      UPDATE persons p SET post_id = c.post_id, party_post_id = c.party_post_id, key_by_post = c.key_by_post
      FROM posts_by_catalogue(ARRAY(SELECT folded FROM post_spellings)) c WHERE c.person_id = p.id;
      CREATE INDEX persons_by_post ON persons (post_id) WHERE post_id IS NOT NULL;
      CREATE INDEX persons_by_party_post ON persons (party_post_id) WHERE party_post_id IS NOT NULL;
      CREATE INDEX persons_contradicting_posts ON persons (sort_name, id) WHERE key_by_post <> key_cadre AND same_as_id IS NULL;
      CREATE INDEX persons_of_unknown_posts ON persons (position) WHERE post_id IS NULL AND position IS NOT NULL AND same_as_id IS NULL;
      CREATE INDEX persons_of_unknown_party_posts ON persons (party_position)
        WHERE party_post_id IS NULL AND party_position IS NOT NULL AND same_as_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER persons_know_other_posts ON persons;
      DROP TRIGGER persons_know_posts ON persons;
      DROP FUNCTION know_posts();
      DROP FUNCTION posts_by_catalogue(text[]);
      ALTER TABLE persons DROP COLUMN key_by_post, DROP COLUMN party_post_id, DROP COLUMN post_id;
      DROP FUNCTION is_key_cadre(boolean, boolean);
      DROP FUNCTION is_key_by_posts(boolean, boolean);
      DROP FUNCTION post_written(text);
      DROP TABLE post_spellings;
      DROP FUNCTION post_words(text);
      DROP TABLE posts;
      DROP TYPE post_rank;
    `);
  }
}
