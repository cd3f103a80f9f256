import { makeStyles } from '@fluentui/react-components';
import type { ComponentProps } from 'react';

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' } });

/** A list without marks. */
export function PlainList(props: Omit<ComponentProps<'ul'>, 'className'>) {
  return <ul {...props} className={useStyles().list} />;
}
