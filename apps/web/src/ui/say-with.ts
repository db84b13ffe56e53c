import { fillPlaces, type Template } from '@afterword/language/text'
import { createElement, Fragment, type ReactNode } from 'react'

/** A text with elements in its places: a link, a time, a name that is set apart. */
export const sayWith = <Name extends string>(
  text: Template<Name>,
  values: Readonly<Record<Name, ReactNode>>,
): ReactNode => createElement(Fragment, null, ...fillPlaces(text, values))
