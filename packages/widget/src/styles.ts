const star =
  "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M12 1.8l3.1 6.6 7.1.9-5.2 5 1.3 7.1L12 17.9l-6.3 3.5L7 14.3l-5.2-5 7.1-.9z'/%3E%3C/svg%3E\")"

/** Everything inherits the shop's font and colours; lines and quiet text are mixed from them. */
export const styles = `
:host{display:block;color:inherit;font:inherit;line-height:1.5;
--accent:var(--afterword-accent,#2f5d50);
--line:color-mix(in srgb,currentColor 18%,transparent);
--quiet:color-mix(in srgb,currentColor 78%,transparent)}
:host([hidden]){display:none}
*{box-sizing:border-box}
h2{font-size:1.35em;line-height:1.2;margin:0 0 .75em;font-weight:650}
p{margin:0}
.top{display:grid;gap:1.5em;grid-template-columns:repeat(auto-fit,minmax(min(16em,100%),1fr));align-items:start;margin-bottom:1.5em}
.average{font-size:2.6em;font-weight:650;line-height:1;font-variant-numeric:tabular-nums}
.stars{display:inline-block;height:1.2em;width:6em;vertical-align:-.2em;
background:linear-gradient(to right,var(--accent) var(--filled),color-mix(in srgb,currentColor 22%,transparent) var(--filled));
-webkit-mask:${star} 0/20% 100% repeat-x;mask:${star} 0/20% 100% repeat-x}
:host(:dir(rtl)) .stars{transform:scaleX(-1)}
.quiet{color:var(--quiet);font-size:.9em}
.price{font-size:1.15em;font-weight:650;margin-top:.5em}
.price s{font-weight:400;color:var(--quiet);margin-inline-start:.5em}
.price span{font-size:.8em;margin-inline-start:.5em}
button,select{font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5em;min-height:2.4em;padding:.3em .9em;cursor:pointer}
select option{color:#111;background:#fff}
button:hover{border-color:currentColor}
:focus-visible{outline:2px solid currentColor;outline-offset:2px}
.bars{display:grid}
.bars button{position:relative;display:grid;grid-template-columns:2.2em 1fr 3.2em;gap:.6em;align-items:center;border:0;padding:0 .3em;min-height:1.9em;text-align:start;font-variant-numeric:tabular-nums}
.bars button:hover,.bars button[aria-pressed=true]{background:color-mix(in srgb,currentColor 8%,transparent)}
.bars button[aria-pressed=true]{font-weight:650}
.bars i{height:.55em;border-radius:1em;background:linear-gradient(to right,var(--accent) var(--filled),color-mix(in srgb,currentColor 14%,transparent) var(--filled))}
.bars b{font-weight:inherit;text-align:end}
.tools{display:flex;flex-wrap:wrap;gap:.75em;align-items:center;justify-content:space-between;border-top:1px solid var(--line);padding-top:1em}
.tools label{display:inline-flex;gap:.6em;align-items:center}
ul{list-style:none;margin:0;padding:0}
li{padding:1.25em 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
li:focus{outline:none}
li h3{font-size:1em;font-weight:650;margin:.35em 0 0}
.body{white-space:pre-line;margin-top:.35em;max-width:65ch}
.who{margin-top:.6em;display:flex;flex-wrap:wrap;gap:.3em .9em}
.reply{margin-top:.9em;padding:.75em 1em;border-inline-start:3px solid var(--accent);background:color-mix(in srgb,currentColor 5%,transparent);white-space:pre-line;max-width:65ch}
.reply strong{display:block;font-size:.9em}
.vote{margin-top:.8em;font-size:.9em;min-height:2.2em}
.more{margin-top:1.25em;width:100%}
.state{padding:2em 0}
.bone{height:1em;border-radius:.4em;background:color-mix(in srgb,currentColor 10%,transparent);margin:.7em 0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:no-preference){.bone{animation:p 1.4s infinite alternate}@keyframes p{to{opacity:.5}}}
`
