import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { Mailbox } from '../../bench/mailbox';
import { addDays, dayOf, momentAt, showDay } from '../../src/platform/clock';
import { linkSentTo, linksOnSlips } from '../accounts/letters';
import { blocName, firstClass, lecturer, officePeople, room, rosterFile } from '../new-office';
import { OfficeProcess } from '../office-process';
import { openBrowser } from './browser';
import { Walk } from './walk';

type Who = keyof typeof officePeople | 'cadre';

const languages = [
  { language: 'Vietnamese', locale: 'vi-VN' },
  { language: 'English', locale: 'en-US' },
] as const;

describe('an office begins by pages alone', () => {
  const mailbox = new Mailbox();
  let browser: Browser;
  let smtp: string;
  beforeAll(async () => {
    smtp = await mailbox.open();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await mailbox.close();
  });

  it.each(languages)(
    'in $language: from the link of the first start to the record of a cadre',
    async ({ locale }) => {
      mailbox.letters.length = 0;
      const today = dayOf(new Date());
      const office = await OfficeProcess.start(momentAt(today, '08:00'), { SMTP_URL: smtp });
      const contexts = new Map<Who, BrowserContext>();
      try {
        await new Beginning(browser, mailbox, office, contexts, locale, today).walk();
      } finally {
        await Promise.all([...contexts.values()].map((context) => context.close()));
        await office.stop();
      }
    },
    600_000,
  );
});

/** The way of everybody who has a part in the first class of a new office. */
class Beginning {
  private who: Who = 'office';
  private readonly walker = new Walk(() => this.contexts.get(this.who)!.pages()[0]!);
  private readonly opensOn: string;
  /** The link on the slip. */
  private onPaper = '';
  /** The address of the class. */
  private ofClass = '';
  /** Where the cadre reads letters. */
  private nominee = '';

  constructor(
    private readonly browser: Browser,
    private readonly mailbox: Mailbox,
    private readonly office: OfficeProcess,
    private readonly contexts: Map<Who, BrowserContext>,
    private readonly locale: string,
    private readonly today: string,
  ) {
    this.opensOn = addDays(today, 14);
  }

  async walk(): Promise<void> {
    await this.firstAdministrator();
    await this.ownOffice();
    await this.units();
    await this.courses();
    await this.invitations();
    await this.places();
    await this.come('planner');
    await this.come('group');
    await this.come('manager');
    await this.rosterOfUnit();
    await this.firstClass();
    await this.nominations();
    await this.reviews();
    await this.attendance();
    await this.closing();
    await this.cadre();
    console.log(`${this.locale}\n${this.walker.table()}`);
  }

  private async firstAdministrator(): Promise<void> {
    const { walker } = this;
    const { name, email, password } = officePeople.office;
    await this.sits('office', 'the first administrator chooses a password');
    await walker.open(/http\S+set-up\?code=[\w-]+/.exec(this.office.frame)![0]);
    await walker.type({ blocName });
    await walker.type({ blocNameEn: 'Bloc committee of the Ministry of Industry and Trade', name, email, password });
    await walker.send('="/set-up"');
    await this.signsIn();
  }

  private async ownOffice(): Promise<void> {
    const { walker } = this;
    await this.sits('office', 'the office: address, letterhead and who signs');
    await walker.press('main a[href="/first-steps"]');
    await walker.press('main a[href="/office"]');
    await walker.press('main a[href^="/units/"]');
    await walker.type({ address: '12 Nguyễn Thị Minh Khai, TP. Hồ Chí Minh' });
    await walker.send('$="/address"');
    await this.toStep('/office');
    await walker.press('main a[href="/letterhead"]');
    await walker.type({ signerCapacity: 'TM. Ban Thường vụ – Bí thư', signerName: 'Nguyễn Văn Minh' });
    await walker.send('="/letterhead"');
  }

  private async units(): Promise<void> {
    const { walker } = this;
    await this.sits('office', 'units: the example, pasted');
    await this.toStep('/units');
    await walker.press('main a[href="/units/pasted"]');
    await walker.press('main a[href="/units/pasted?example=true"]');
    expect(await walker.send('="/units/pasted"')).toContain('9 ');
  }

  private async courses(): Promise<void> {
    const { walker, page } = this;
    await this.sits('office', 'seven programmes, rules looked at');
    await this.toStep('/courses');
    await walker.send('="/courses/catalogue"');
    expect(await page().locator('main tbody tr').count()).toBe(7);
    await walker.press('main tbody tr:nth-child(3) a[href^="/courses/"]');
    await walker.press('main a[href$="/edit"]');
    await walker.tick('[name=approvalSteps][value=group]');
    await walker.send(`="${new URL(page().url()).pathname.replace('/edit', '')}"`);
    await this.toSteps();
    await walker.send('="/first-steps/rules"');
  }

  private async invitations(): Promise<void> {
    const { walker, page } = this;
    const invite = async (who: keyof typeof officePeople, role: string, unit = '') => {
      const { name, email } = officePeople[who];
      await walker.press('main a[href="/accounts/new"]');
      await walker.type({ name, email });
      const places = await page().locator('main [name=place] option').all();
      const values = await Promise.all(
        places.map(async (place) => [await place.getAttribute('value'), (await place.textContent())!.trim()] as const),
      );
      const label = values.find(([value, text]) => value!.startsWith(role) && text.includes(unit))![1];
      await walker.choose('main [name=place]', { label });
      await this.speaks();
      await walker.send('="/accounts"');
    };
    await this.sits('office', 'four accounts, one of them on paper');
    await this.toStep('/accounts');
    await invite('planner', 'training_officer');
    await walker.press('main a[href="/accounts"]');
    await invite('group', 'group_officer');
    await walker.press('main a[href="/accounts"]');
    await invite('manager', 'class_manager');
    await walker.press('main a[href="/accounts"]');
    await invite('secretary', 'unit_secretary', this.locale === 'vi-VN' ? 'Cao su' : 'Rubber');
    await walker.unfold('$="/invitation-slip"');
    const slip = readFileSync(
      await walker.download('main form[action$="/invitation-slip"] button[type=submit]'),
      'latin1',
    );
    [this.onPaper] = linksOnSlips(slip) as [string];
    this.office.mustNotSay(this.onPaper);
  }

  private async places(): Promise<void> {
    const { walker } = this;
    await this.sits('office', 'mail tried, a room, times, a lecturer');
    await this.toStep('/operations');
    await walker.send('="/operations/mail-test"');
    await this.toStep('/rooms');
    await walker.type({ ...room, capacity: String(room.capacity) });
    await walker.send('="/rooms"');
    await walker.type({ 'morning.to': '11:00' });
    await walker.send('="/rooms/times"');
    await this.toStep('/lecturers');
    await walker.type(lecturer);
    await walker.send('="/lecturers"');
  }

  /** By the link of a letter: looking changes nothing, the button does. */
  private async come(who: 'planner' | 'group' | 'manager'): Promise<void> {
    await this.sits(who, 'comes by the link in a letter');
    const { path, token } = await linkSentTo(this.mailbox, officePeople[who].email, 'invitations');
    this.office.mustNotSay(token);
    await this.accept(this.office.url + path, officePeople[who].password);
  }

  private async accept(link: string, password: string): Promise<void> {
    await this.walker.open(link);
    await this.walker.type({ password });
    await this.walker.send('^="/invitations/"');
    expect(new URL(this.page().url()).pathname).toBe('/');
  }

  private async rosterOfUnit(): Promise<void> {
    const { walker } = this;
    await this.sits('secretary', 'comes by the link on paper, sends the roster');
    await this.accept(this.onPaper, officePeople.secretary.password);
    await walker.press('main a[href="/roster-imports"]');
    await walker.choosesFile(rosterFile);
    await walker.send('="/roster-imports"');
    await walker.unfold('$="/application"');
    expect(await walker.send('$="/application"')).toContain('260');
  }

  private async firstClass(): Promise<void> {
    const { walker, page, opensOn } = this;
    await this.sits('planner', 'the class: timetable, manager, seats, call');
    await this.toStep('/classes/new');
    await walker.choose('main [name=courseId]', { index: 3 });
    await walker.type({ ...firstClass, capacity: String(firstClass.capacity) });
    await walker.type({ opensOn, closesOn: addDays(opensOn, 1) });
    await walker.choose('main [name=roomId]', { index: 1 });
    await walker.send('="/classes"');
    const { pathname: ofClass } = new URL(page().url());
    this.ofClass = ofClass;
    await walker.press(`main a[href="${ofClass}/timetable"]`);
    await walker.tick('[name=skipHolidays][value=false]');
    await walker.choose(`form[action="${ofClass}/timetable"] [name=lecturerId]`, { index: 1 });
    await walker.send(`="${ofClass}/timetable"`);
    expect(await page().locator('main form[action$="/half-days"]').first().textContent()).toBeTruthy();
    await walker.press(`main form[action="${ofClass}/half-days"] button[type=submit] >> nth=0`);
    await walker.press(`main a[href="${ofClass}/managers"]`);
    await walker.type({ email: officePeople.manager.email });
    await walker.send('$="/managers"');
    await walker.press(`main a[href="${ofClass}"]`);
    await walker.press(`main a[href="${ofClass}/seats"]`);
    const csm = page()
      .getByLabel(this.locale === 'vi-VN' ? /Cao su/ : /Rubber/)
      .first();
    await walker.type(
      { [(await csm.getAttribute('name'))!]: '2', reason: 'Phân bổ đợt đầu' },
      'form[action$="/allocations"]',
    );
    await walker.press('form[action$="/allocations"] button[type=submit] >> nth=1');
    await walker.press(`main a[href="${ofClass}"]`);
    await walker.unfold('$="/announcement"');
    await walker.send('$="/announcement"');
  }

  private async nominations(): Promise<void> {
    const { walker } = this;
    await this.sits('secretary', 'nominates two, invites one of them');
    await walker.press('header a[href="/"]');
    await walker.press('main a[href*="/candidates"]');
    for (const nth of [0, 1]) await walker.tick(`main [name=personIds] >> nth=${nth}`);
    await walker.type({ 'letter.number': '12-CV/ĐU', 'letter.date': this.today });
    // The table has buttons of its own, which turn its page and find by name.
    await walker.press('main form[action$="/candidates"] button[type=submit]:not([name])');
    await walker.press('main a[href^="/nominations/"] >> nth=0');
    const name = (await this.page().textContent('main h1'))!.trim();
    await walker.menu('/accounts');
    await walker.press('main a[href="/roster-invitations"]');
    const row = this.page().locator('main tbody tr', { hasText: name }).first();
    this.nominee = /\S+@\S+/.exec((await row.innerText())!)![0];
    await walker.press(`main tbody tr:has-text("${this.nominee}") a[href^="/accounts/new"]`);
    await this.speaks();
    await walker.send('="/accounts"');
  }

  private async reviews(): Promise<void> {
    const { walker } = this;
    const decide = async (decision: string) => {
      await walker.press('main a[href*="/nominations"]');
      await walker.press('main a[href*="ticked=true"]');
      await walker.tick(`main [name=decision][value=${decision}]`);
      expect(await walker.send('*="/nominations/reviews"')).toContain('2');
    };
    await this.sits('group', 'the Group endorses');
    await walker.press('header a[href="/"]');
    await decide('endorse');
    await this.sits('planner', 'the office accepts, the class is confirmed');
    await walker.press('header a[href="/"]');
    await decide('accept');
    await walker.press(`main a[href="${this.ofClass}"]`);
    await walker.unfold('$="/confirmation"');
    await walker.type({ decision: '05-QĐ/ĐUK' });
    await walker.send('$="/confirmation"');
  }

  /** Each half-day as it ends; whoever was away for days signs in again. */
  private async attendance(): Promise<void> {
    const { walker, opensOn } = this;
    for (const day of [opensOn, addDays(opensOn, 1)]) {
      await this.office.moveTo(momentAt(day, '11:05'));
      await this.sits('manager', `attendance on ${showDay(day)}, morning and afternoon`);
      await this.comesBack();
      for (const time of ['11:05', '17:05']) {
        await this.office.moveTo(momentAt(day, time));
        await walker.press('header a[href="/"]');
        await walker.press(`main a[href$="/attendance"]:not([href^="/classes/"]) >> nth=${time === '11:05' ? 0 : -1}`);
        await walker.press('main button[name=do][value=fill]');
        await walker.press('main button[name=do][value=save] >> nth=-1');
      }
    }
  }

  private async closing(): Promise<void> {
    const { walker } = this;
    await this.office.moveTo(momentAt(addDays(this.opensOn, 2), '09:00'));
    await this.sits('planner', 'the class is closed, a certificate printed');
    await this.comesBack();
    await walker.press('header a[href="/"]');
    await walker.press(`main a[href="${this.ofClass}"]`);
    await walker.press(`main a[href="${this.ofClass}/completion"]`);
    await walker.unfold('$="/completion"');
    await walker.press('main form[action$="/completion"][method=post] button[type=submit]');
    // The page follows the work and shows what came of it.
    await this.page().waitForSelector('main a[href^="/certificates?classId="]');
    await walker.press('main a[href^="/certificates?classId="]');
    expect(await this.page().textContent('main')).toMatch(/001\/\d{4}\/GCN-ĐUK/);
    const printed = await walker.download('main a[href$="/certificates/pdf"]');
    expect(readFileSync(printed, 'latin1')).toMatch(/^%PDF/);
  }

  /** Without a password: by a link that was asked for. */
  private async cadre(): Promise<void> {
    const { walker, page } = this;
    await this.sits('cadre', 'signs in by a link, and sees the record');
    await walker.open(this.office.url);
    await walker.press('main a[href="/sign-in-links"]');
    await walker.type({ email: this.nominee });
    await walker.send('="/sign-in-links"');
    const { path, token } = await linkSentTo(this.mailbox, this.nominee, 'sign-in-links');
    this.office.mustNotSay(token);
    await walker.open(this.office.url + path);
    await walker.send('^="/sign-in-links/"');
    await walker.press('main a[href="/my-training-record"]');
    const record = await page().textContent('main');
    expect(record).toMatch(/00[12]\/\d{4}\/GCN-ĐUK/);
    expect(record).toContain(showDay(addDays(this.opensOn, 1)));
  }

  private readonly page = () => this.contexts.get(this.who)!.pages()[0]!;

  /** Somebody sits down at a browser of their own. */
  private async sits(who: Who, step: string): Promise<void> {
    this.who = who;
    this.walker.begin(who, step);
    if (this.contexts.has(who)) return;
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: this.locale });
    this.contexts.set(who, context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
  }

  private async signsIn(): Promise<void> {
    const { email, password } = officePeople[this.who as keyof typeof officePeople];
    await this.walker.type({ email, password });
    await this.walker.send('="/sign-in"');
  }

  /** Vietnamese is what an account is opened with. */
  private async speaks(): Promise<void> {
    if (this.locale !== 'vi-VN') await this.walker.choose('main [name=locale]', { index: 2 });
  }

  /** After days the browser asks again who sits there. */
  private async comesBack(): Promise<void> {
    await this.walker.open(this.office.url);
    await this.signsIn();
  }

  private async toSteps(): Promise<void> {
    await this.walker.press('header a[href="/"]');
    await this.walker.press('main a[href="/first-steps"]');
  }

  private async toStep(href: string): Promise<void> {
    await this.toSteps();
    await this.walker.press(`main a[href="${href}"]`);
  }
}
