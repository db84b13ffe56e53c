/** The colours of apps/web (`globals.css`), where nothing may be asked of it. */
const style =
  ':root{color-scheme:light dark;--bg:#faf9f7;--ink:#1e1b17;--line:#8a8378;--accent:#17594a;--on-accent:#fff}' +
  '@media(prefers-color-scheme:dark){:root{--bg:#151412;--ink:#f2efe9;--line:#817a6e;--accent:#7cc9b0;--on-accent:#06231b}}' +
  'body{font:1.0625rem/1.6 Inter,system-ui,sans-serif;background:var(--bg);color:var(--ink);max-width:34rem;margin:12vh auto;padding:0 1.5rem}' +
  ':lang(ko){word-break:keep-all;overflow-wrap:break-word}' +
  'h1{font-size:1.375rem;line-height:1.3}a{color:var(--accent)}' +
  'blockquote{margin:1.5rem 0;padding-left:1rem;border-left:3px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere}' +
  'button{font:inherit;font-weight:600;padding:0 1.5rem;min-height:44px;border:0;border-radius:.5rem;background:var(--accent);color:var(--on-accent);cursor:pointer}' +
  'button:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}'

interface PlainPage {
  readonly language: string
  readonly title: string
  /** HTML. */
  readonly content: string
  /** HTML. */
  readonly head?: string
}

/** A page that this process writes itself and that asks nobody for anything: apps/web may be away. */
export const renderPlainPage = ({ language, title, content, head = '' }: PlainPage): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style>${head}` +
  `<body><main><h1 role="alert">${title}</h1>${content}</main></body></html>`
