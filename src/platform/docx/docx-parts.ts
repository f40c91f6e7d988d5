import { escapeXml } from '../sheets/xlsx/xml-edit';
import type { WrittenDocument } from './written-document';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const type = (part: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`;

/** What stands around the text of a document: what its parts are, its title, its type and the number at the foot. */
export const around = ({ title, creator }: Pick<WrittenDocument, 'title' | 'creator'>) => ({
  '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type('document.main')}"/><Override PartName="/word/styles.xml" ContentType="${type('styles')}"/><Override PartName="/word/footer.xml" ContentType="${type('footer')}"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="document" Type="${office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>`,
  'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="styles" Type="${office}/relationships/styles" Target="styles.xml"/><Relationship Id="foot" Type="${office}/relationships/footer" Target="footer.xml"/></Relationships>`,
  'word/styles.xml': `${head}<w:styles xmlns:w="${words}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
  'word/footer.xml': `${head}<w:ftr xmlns:w="${words}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">Trang </w:t></w:r>${field('PAGE')}<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>/</w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`,
});

/** Counted by whoever opens it. */
function field(name: 'PAGE' | 'NUMPAGES'): string {
  return `<w:fldSimple w:instr=" ${name} "><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>`;
}
