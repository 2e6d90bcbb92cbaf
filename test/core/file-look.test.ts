import { expect } from '@open-wc/testing';
import { fileLooksLike, isWorkbook } from '../../src/core/file-look.js';
import { bytesOf, encode, utf16 } from './bytes.js';

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

describe('fileLooksLike', () => {
  const CASES: readonly (readonly [string, Uint8Array, string | null])[] = [
    ['a PDF', bytesOf('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
    ['an OpenDocument spreadsheet', bytesOf(`PK\x03\x04mimetype${ODS}PK`), 'ods'],
    ['an OpenDocument text', bytesOf('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.textPK'), 'zip'],
    ['a Numbers spreadsheet', bytesOf('PK\x03\x04Index/Document.iwa'), 'numbers'],
    [
      'a Word document, which is a zip archive here',
      bytesOf('PK\x03\x04[Content_Types].xml word/document.xml'),
      'zip',
    ],
    ['a zip archive', bytesOf('PK\x03\x04\x14\0contacts.csv'), 'zip'],
    ['a gzip archive', bytesOf('\x1f\x8b\x08\0'), 'zip'],
    ['an old xls workbook', bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'xls'],
    ['a PNG', bytesOf('\x89PNG\r\n\x1a\n'), 'image'],
    ['a JPEG', bytesOf('\xff\xd8\xff\xe0\0\x10JFIF'), 'image'],
    ['a WebP', bytesOf('RIFF\x01\x02\0\0WEBPVP8 '), 'image'],
    ['zero bytes among the text', bytesOf('Name,Email\nAnn\0,a@x.com\n'), 'binary'],
    ['zero bytes after a UTF-16 mark', Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0), 'binary'],
    ['UTF-16 text', utf16('\ufeffName,Email\n', true), null],
    ['UTF-16 text without its mark', utf16('Name,Email\nAnn,a@x.com\n', false), null],
    ['text', encode('Name,Email\n'), null],
    ['text that starts like a signature', encode('PK,Name\n1,Ann\n'), null],
    ['no bytes', new Uint8Array(0), null],
  ];
  for (const [title, bytes, look] of CASES) {
    it(`${title}: ${look ?? 'may be text'}`, () => expect(fileLooksLike(bytes)).to.equal(look));
  }
});

describe('isWorkbook', () => {
  const CASES: readonly (readonly [string, Uint8Array, boolean])[] = [
    ['an xlsx workbook', bytesOf('PK\x03\x04\x14\0\x06\0[Content_Types].xml \0xl/workbook.xml'), true],
    ['one whose sheets are still to come', bytesOf('PK\x03\x04[Content_Types].xml'), true],
    ['a Word document', bytesOf('PK\x03\x04[Content_Types].xml word/document.xml'), false],
    ['a zip archive', bytesOf('PK\x03\x04\x14\0contacts.csv'), false],
    ['text that speaks of one', encode('PK,[Content_Types].xml,xl/\n'), false],
    ['no bytes', new Uint8Array(0), false],
  ];
  for (const [title, bytes, is] of CASES) {
    it(`${title}: ${is ? 'yes' : 'no'}`, () => expect(isWorkbook(bytes)).to.equal(is));
  }
});
