/**
 * Stars and what stands beside them. In a page that runs from right to left the layout follows the page, and each text
 * of ours its own letters: "5 reviews" stays in order. Filled parts are drawn in what is seen: in forced colours and on paper too. */
const marks = `
:host([hidden]){display:none}
svg{display:block;width:100%;height:100%}
.on{fill:var(--accent)}
.off{fill:color-mix(in srgb,currentColor 22%,transparent)}
.stars{display:inline-block;height:1.2em;width:6em;vertical-align:top;margin:.15em 0}
:host(:dir(rtl)) :is(.stars,.bar){transform:scaleX(-1)}
:host(:dir(rtl)) *{unicode-bidi:plaintext}
:host(:dir(rtl)) .price{unicode-bidi:normal}
.quiet{color:color-mix(in srgb,currentColor 78%,transparent);font-size:.9em}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){.on,.off{fill:CanvasText;stroke:CanvasText}.off{fill:none}}
@media print{.on,.off{fill:#000;stroke:#000}.off{fill:none}}
`

/** The line of stars on its own. */
export const starsStyles = `${marks}
:host{display:inline-block;color:inherit;font:inherit;line-height:1.5;--accent:var(--afterword-accent,currentColor)}
`

/** Everything inherits the shop's font and colours; lines and quiet text are mixed from them. */
export const styles = `${marks}
:host{display:block;color:inherit;font:inherit;line-height:1.5;
--accent:var(--afterword-accent,#2f5d50);
--line:color-mix(in srgb,currentColor 18%,transparent)}
*{box-sizing:border-box}
h2{font-size:1.35em;line-height:1.2;margin:0 0 .75em;font-weight:650}
p{margin:0}
.top{display:grid;gap:1.5em;grid-template-columns:repeat(auto-fit,minmax(min(16em,100%),1fr));align-items:start;margin-bottom:1.5em}
.average{font-size:2.6em;font-weight:650;line-height:1;font-variant-numeric:tabular-nums}
.price{font-size:1.15em;font-weight:650;margin-top:.5em}
.price b{font-weight:inherit}
.price s{font-weight:400;opacity:.78;margin-inline-start:.5em}
.price span{font-size:.8em;margin-inline-start:.5em}
button,select{font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5em;min-height:2.4em;padding:.3em .9em;cursor:pointer}
select option{color:#111;background:#fff}
button:hover{border-color:currentColor}
:focus-visible{outline:2px solid currentColor;outline-offset:2px}
.bars{display:grid}
.bars button{position:relative;display:grid;grid-template-columns:2.2em 1fr 3.2em;gap:.6em;align-items:center;border:0;padding:0 .3em;min-height:1.9em;text-align:start;font-variant-numeric:tabular-nums}
.bars button:hover,.bars button[aria-pressed=true]{background:color-mix(in srgb,currentColor 8%,transparent)}
.bars button[aria-pressed=true]{font-weight:650;text-decoration:underline}
.bar{height:.55em}
.bars b{font-weight:inherit;text-align:end}
.tools{display:flex;flex-wrap:wrap;gap:.75em;align-items:center;justify-content:space-between;border-top:1px solid var(--line);padding-top:1em}
.tools label{display:inline-flex;gap:.6em;align-items:center}
ul{list-style:none;margin:0;padding:0}
li{padding:1.25em 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
li:focus{outline:none}
li h3{font-size:1em;font-weight:650;margin:.35em 0 0}
.body{white-space:pre-line;margin-top:.35em;max-width:65ch;unicode-bidi:plaintext}
.reply .body{margin:0}
.who{margin-top:.6em;display:flex;flex-wrap:wrap;gap:.3em .9em}
.reply{margin-top:.9em;padding:.75em 1em;border-inline-start:3px solid var(--accent);background:color-mix(in srgb,currentColor 5%,transparent);}
.reply strong{display:block;font-size:.9em}
.vote{margin-top:.8em;font-size:.9em;min-height:2.2em}
.more{margin-top:1.25em;width:100%}
[aria-disabled=true]{cursor:default;opacity:.7}
.list[aria-busy=true] ul{opacity:.5}
.state{padding:2em 0}
.bone{height:1.5em;border:solid transparent;border-width:.25em 0;background:color-mix(in srgb,currentColor 10%,transparent) padding-box}
h2 .bone{height:1.2em}
.bars .bone{height:1.9em}
@media (prefers-reduced-motion:no-preference){.bone{animation:p 1.4s infinite alternate}@keyframes p{to{opacity:.5}}}
`
