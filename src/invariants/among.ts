/** SQL: whether a class or a person, by its id, is examined. */
export type Among = (id: string) => string;

/** The classes and people `$1`. */
export const amongChanged: Among = (id) => `${id} = ANY ($1::uuid[])`;
export const amongAll: Among = () => 'true';
