import { FormAddresses } from './form-addresses';

describe('an address that only takes forms', () => {
  const forms = new FormAddresses();
  forms.know(['GET', 'HEAD'], '/classes/:id');
  forms.know('GET', '/classes');
  forms.know('POST', '/classes/:id/announcement');
  forms.know('POST', '/classes/:id/sites/changes');
  forms.know('POST', '/sign-out');
  forms.know('POST', '/api/v1/classes');

  it.each([
    ['/classes/7/announcement', '/classes/7'],
    ['/classes/7/announcement/', '/classes/7'],
    ['/classes/7/sites/changes', '/classes/7'],
    ['/sign-out', '/'],
    ['/classes/7/elsewhere', null],
    ['/api/v1/classes', null],
  ])('%s has the page %s behind it', (path, page) => expect(forms.pageBehind(path)).toBe(page));
});
