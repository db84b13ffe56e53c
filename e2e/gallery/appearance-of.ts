import type { Locator } from '@playwright/test'

/** What makes a part look as it does. No widths: they follow from the machine's fonts. */
const properties = [
  'display',
  'position',
  'color',
  'background-color',
  'border-top-width',
  'border-bottom-width',
  'border-top-color',
  'border-top-left-radius',
  'padding',
  'margin',
  'gap',
  'min-height',
  'font-size',
  'font-weight',
  'line-height',
  'text-decoration-line',
  'outline-style',
  'outline-width',
  'outline-color',
  'box-shadow',
  'opacity',
  'visibility',
  'overflow-x',
] as const

/** Of no account while the other has its usual value. */
const dependsOn: Readonly<Record<string, string>> = {
  'border-top-color': 'border-top-width',
  'outline-color': 'outline-style',
  'outline-width': 'outline-style',
}

const inherited = ['color', 'font-size', 'font-weight', 'line-height', 'visibility'] as const

/** One element of a part. */
export interface Appearance {
  /** Its tag and what it says, indented by how deep it lies. */
  readonly name: string
  /** Each property in which it differs from a plain element in its place. */
  readonly style: Readonly<Record<string, string>>
}

/** How a part looks, element by element. Two machines with other fonts find the same. */
export const appearanceOf = async (part: Locator): Promise<Appearance[]> =>
  await part.evaluate(
    (root, { names, inheritedNames, conditions }) => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const { contentDocument: plainPage, contentWindow: plainWindow } = frame
      if (plainPage === null || plainWindow === null) throw new Error('no plain page to compare with')
      const plainStyles = new Map<string, CSSStyleDeclaration>()
      const plainStyle = (tag: string): CSSStyleDeclaration => {
        const style =
          plainStyles.get(tag) ?? plainWindow.getComputedStyle(plainPage.body.appendChild(plainPage.createElement(tag)))
        plainStyles.set(tag, style)
        return style
      }
      const found: Appearance[] = []
      const look = (element: Element, depth: number): void => {
        const own = getComputedStyle(element)
        const { parentElement, localName } = element
        const usual = (name: string): string =>
          (inheritedNames.includes(name) && parentElement !== null
            ? getComputedStyle(parentElement)
            : plainStyle(localName)
          ).getPropertyValue(name)
        const differs = (name: string): boolean => own.getPropertyValue(name) !== usual(name)
        const text = [...element.childNodes]
          .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent?.trim() ?? ''] : []))
          .filter((piece) => piece !== '')
        const words = [element.getAttribute('aria-label'), ...text].filter((piece) => piece !== null).join(' · ')
        found.push({
          name: `${'  '.repeat(depth)}${localName}${words === '' ? '' : ` "${words}"`}`,
          style: Object.fromEntries(
            names
              .filter((name) => differs(name) && differs(conditions[name] ?? name))
              .map((name) => [name, own.getPropertyValue(name)]),
          ),
        })
        // A drawing is one thing.
        if (localName !== 'svg') for (const child of element.children) look(child, depth + 1)
      }
      look(root, 0)
      frame.remove()
      return found
    },
    {
      names: [...properties] as string[],
      inheritedNames: [...inherited] as string[],
      conditions: dependsOn,
    },
  )

const printStyle = (style: Appearance['style']): string =>
  Object.entries(style)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')

export const printAppearance = (elements: readonly Appearance[]): string =>
  elements.map(({ name, style }) => `${name} {${printStyle(style)}}`).join('\n')

/** What one appearance has that another has not: elements that differ, with the properties that do. */
export const printChange = (from: readonly Appearance[], to: readonly Appearance[]): string =>
  to
    .map(({ name, style }, index) => {
      const before = from[index]
      if (before?.name !== name) return `${name} {${printStyle(style)}}`
      const lost = Object.keys(before.style).filter((property) => !Object.hasOwn(style, property))
      const changed = Object.entries(style).filter(([property, value]) => before.style[property] !== value)
      const change = {
        ...Object.fromEntries(lost.map((property) => [property, 'as usual'])),
        ...Object.fromEntries(changed),
      }
      return Object.keys(change).length === 0 ? '' : `${name} {${printStyle(change)}}`
    })
    .filter((line) => line !== '')
    .join('\n')
