// Reads letters as two mail programs do, mailparser and postal-mime. One letter a line, in base64; one answer a line:
// a list with { reader, name, address, subject, text, html } of each.
import { createInterface } from 'node:readline';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

const readers = {
  async mailparser(letter) {
    const { to, subject, text, html } = await simpleParser(letter, { skipTextToHtml: true, skipTextLinks: true });
    return { ...to.value[0], subject, text, html };
  },

  async 'postal-mime'(letter) {
    const { to, subject, text, html } = await PostalMime.parse(letter);
    return { ...to[0], subject, text, html };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const letter = Buffer.from(line, 'base64');
  const read = await Promise.all(Object.entries(readers).map(async ([reader, reads]) => ({ reader, ...await reads(letter) })));
  console.log(JSON.stringify(read));
}
