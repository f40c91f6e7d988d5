import type { ComponentChildren } from 'preact';
import { NotAllowed, SignedInAsAnother } from '../../../problems/refusals';
import type { CarriedForm } from '../../carried-form';
import { TextField } from '../../fields';
import { Form, SubmitButton } from '../../forms';
import { Header } from '../../header';
import { Layout } from '../../layout';
import { Problem } from '../../notices';
import type { PageContext } from '../../page-context';
import { RefusalPage } from '../../refusal-page';
import { SendAsAnother, SignInToSee, SignInToSend } from '../../sign-in-again';
import { address, wrong } from './form-specimens';
import type { Say } from './specimens';

interface WholePage {
  readonly body: ComponentChildren;
  /** What the frame around it is told besides. */
  readonly frame?: Partial<PageContext>;
}

/** One component that takes a page of its own, state by state. */
export interface WholePages {
  readonly file: string;
  readonly of: { readonly name: string };
  readonly states: Readonly<Record<string, WholePage>>;
}

const form: CarriedForm = { action: address, part: null, fields: [['name', 'Nguyễn Thị Ánh']], hasFile: false };

export const wholePages = (say: Say): readonly WholePages[] => [
  {
    file: 'pages/notices.tsx',
    of: Problem,
    states: {
      fields: {
        body: (
          <>
            <Problem refusal={wrong('name')} />
            <Form action={address} errors={wrong('name').fields}>
              <TextField name="name" label={say.name} required />
              <SubmitButton label={say.send} />
            </Form>
          </>
        ),
      },
      sentence: { body: <Problem refusal={new NotAllowed()} /> },
    },
  },
  {
    file: 'pages/refusal-page.tsx',
    of: RefusalPage,
    states: {
      vi: { body: <RefusalPage refusal={new NotAllowed()} locale="vi" back={address} /> },
      en: { body: <RefusalPage refusal={wrong('name')} locale="en" back={address} />, frame: { locale: 'en' } },
    },
  },
  {
    file: 'pages/sign-in-again.tsx',
    of: SignInToSend,
    states: {
      kept: { body: <SignInToSend form={form} refusal={null} /> },
      file: { body: <SignInToSend form={{ ...form, hasFile: true }} refusal={null} /> },
      large: { body: <SignInToSend form={{ ...form, fields: null }} refusal={null} /> },
      refused: { body: <SignInToSend form={form} refusal={wrong('email')} /> },
      provider: { body: <SignInToSend form={form} refusal={null} />, frame: { provider: 'Cổng Tập đoàn' } },
    },
  },
  {
    file: 'pages/sign-in-again.tsx',
    of: SendAsAnother,
    states: { form: { body: <SendAsAnother form={form} refusal={new SignedInAsAnother()} /> } },
  },
  {
    file: 'pages/sign-in-again.tsx',
    of: SignInToSee,
    states: { page: { body: <SignInToSee next={address} /> } },
  },
  {
    file: 'pages/layout.tsx',
    of: Layout,
    states: Object.fromEntries(
      (['success', 'info', 'danger'] as const).map((tone) => [
        tone,
        { body: null, frame: { flash: { tone, text: say.sent } } },
      ]),
    ),
  },
  {
    file: 'pages/header.tsx',
    of: Header,
    states: {
      visitor: { body: null },
      menu: {
        body: null,
        frame: {
          actorName: 'Lê Thị Thanh Tâm',
          unread: 120,
          navigation: [
            { href: address, label: say.title, current: true, place: 'line' },
            { href: '/', label: say.className, current: false, place: 'line' },
            { href: '/', label: say.unit, current: false, place: 'more' },
            { href: '/', label: say.password, current: false, place: 'corner' },
          ],
        },
      },
    },
  },
];
