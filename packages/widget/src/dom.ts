type Child = Node | string | null

/** Attributes by name; `onclick` and the like are listeners. A null attribute is left out. */
type Attributes = Readonly<Record<string, string | null | ((event: Event) => void)>>

const fill = <Made extends HTMLElement | SVGElement>(
  made: Made,
  attributes: Attributes,
  children: readonly Child[],
): Made => {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value)
    // The attribute itself would be refused by a page whose policy allows no inline styles.
    else if (name === 'style') made.style.cssText = value ?? ''
    else if (value !== null) made.setAttribute(name, value)
  }
  for (const child of children) if (child !== null) made.append(child)
  return made
}

/**
 * Makes an element. Text becomes text nodes and nothing is ever parsed as HTML, so that what a
 * customer wrote cannot become markup on a shop's page.
 */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Tag] => fill(document.createElement(tag), attributes, children)

/** The same for a part of a drawing. */
export const drawing = (tag: string, attributes: Attributes = {}, children: readonly Child[] = []): SVGElement =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children)
