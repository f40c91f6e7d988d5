import { ordersOf } from '../../pages/tables';
import type { ImportOrder } from '../imports.queries';

/** What the heading of the moment of sending leads to, in a list of imports. */
export const importSort = (path: string, sort: ImportOrder = '-uploadedAt') => ordersOf(path, {}, sort)('uploadedAt');
