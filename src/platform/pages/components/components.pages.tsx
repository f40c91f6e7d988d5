import { Get, Header, Param, Post } from '@nestjs/common';
import { Access } from '../../access/access';
import { found } from '../../problems/refusals';
import { Page, PageRequest, Pages, type Redirect } from '../page-request';
import { renderPage } from '../render';
import { componentWords } from './components.words';
import { Components } from './views/components';
import { address } from './views/form-specimens';
import { wholePages } from './views/whole-pages';

/** For whoever builds pages; registered only where `COMPONENTS_PAGE` says so. */
@Access('public')
@Pages('components')
export class ComponentsPages {
  @Get()
  all(@Page() page: PageRequest): string {
    return page.render(componentWords[page.locale].title, <Components />);
  }

  /** Where the forms that are shown go. */
  @Post()
  sent(@Page() page: PageRequest): Redirect {
    return page.done(address, componentWords[page.locale].sent);
  }

  @Get(':name/:state')
  @Header('Content-Type', 'text/html; charset=utf-8')
  wholePage(@Page() page: PageRequest, @Param('name') name: string, @Param('state') state: string): string {
    const shown = wholePages(componentWords[page.locale]).find(({ of }) => of.name === name);
    const { body, frame } = found(shown?.states[state]);
    const visitor = { locale: page.locale, actorName: null, path: page.path, navigation: [], flash: null };
    return renderPage({ ...visitor, ...frame }, `${name} · ${state}`, body);
  }
}
