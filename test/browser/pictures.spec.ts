import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takePictures } from '../../demo/pictures';
import { TestApp } from '../app';

/** What this process has started and not ended. */
const started = () => readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim();

describe('the pictures of a first day', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    app = await TestApp.start();
    folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await app.stop();
  });

  it('stay when new ones cannot be taken, and the browser is closed', async () => {
    writeFileSync(join(folder, 'before.webp'), '');
    const before = started();
    await expect(takePictures(app.url, folder)).rejects.toThrow('does not sign in');
    expect(readdirSync(folder)).toEqual(['before.webp']);
    expect(started()).toBe(before);
  });
});
