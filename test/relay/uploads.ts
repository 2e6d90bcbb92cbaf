/** Uploads as a browser writes them, and as one does not. */

export const BOUNDARY = '----WebKitFormBoundaryAbCdEf0123456789';

/** An import of contacts from one file, as the importer builds it; `more` replaces fields. */
export function importRequest(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    name: 'People',
    importOperations: { '0-1': 'UPSERT' },
    files: [importFile('people.csv')],
    ...more,
  };
}

/** One entry of `files`; `columns` replaces its only column. */
export function importFile(fileName: string, columns?: readonly Readonly<Record<string, unknown>>[]) {
  const email = { columnObjectTypeId: '0-1', columnName: 'Email', propertyName: 'email' };
  const columnMappings = columns ?? [{ ...email, columnType: 'HUBSPOT_ALTERNATE_ID' }];
  return { fileName, fileFormat: 'CSV', fileImportPage: { hasHeader: true, columnMappings } };
}

/** One part, without the boundaries around it. */
export function part(name: string, content: string, fileName?: string, type = 'text/csv'): string {
  const file = fileName === undefined ? '' : `; filename="${fileName}"`;
  return `Content-Disposition: form-data; name="${name}"${file}\r\nContent-Type: ${type}\r\n\r\n${content}`;
}

/** The part that comes first. */
export function requestPart(value: unknown = importRequest()): string {
  return part('importRequest', JSON.stringify(value), 'blob', 'application/json');
}

/** Parts with their boundaries. */
export function upload(...parts: readonly string[]): string {
  return `${parts.map((it) => `--${BOUNDARY}\r\n${it}\r\n`).join('')}--${BOUNDARY}--\r\n`;
}

/** A POST of text as `multipart/form-data`, in one chunk or in pieces of so many bytes. */
export function post(url: string, body: string, init: { headers?: HeadersInit; pieceBytes?: number } = {}) {
  const bytes = new TextEncoder().encode(body);
  const pieceBytes = init.pieceBytes ?? bytes.length;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        controller.enqueue(bytes.subarray(at, at + pieceBytes));
      }
      controller.close();
    },
  });
  const headers = new Headers(init.headers);
  headers.set('content-length', String(bytes.length));
  if (!headers.has('content-type')) headers.set('content-type', `multipart/form-data; boundary=${BOUNDARY}`);
  const options: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body: stream, duplex: 'half' };
  return new Request(url, options);
}
