/** Layout and type: 4 px base, a 1216 px column, 64 px between sections, hairlines, no shadows. */
import { tokenStyle } from './tokens.ts';

/** Base64 of woff2 files, read by the caller: this package reads nothing. */
export interface Fonts {
  readonly regular: string;
  readonly semibold: string;
  readonly bold: string;
  readonly mono?: string;
}

/** Base64 only: whatever else is passed must not become CSS. */
function face(family: string, weight: number, base64: string | undefined): string {
  return base64 === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)
    ? ''
    : `@font-face{font-family:'${family}';font-weight:${weight};font-display:block;` +
        `src:url(data:font/woff2;base64,${base64}) format('woff2')}`;
}

const pageStyle = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;background:var(--page)}
body{margin:0;background:var(--page);color:var(--ink);
font:14px/1.45 'Open Sans',system-ui,-apple-system,'Segoe UI',sans-serif;
font-variant-numeric:tabular-nums;-webkit-font-smoothing:antialiased}
.column{max-width:1280px;margin:0 auto;padding:0 32px}
h1,h2,h3,p,dl,dd,ol,ul,figure,pre{margin:0;padding:0}
ol,ul{list-style:none}
a,.plain{color:var(--purple-text);font:inherit;font-weight:600;text-decoration:none;background:none;
border:0;padding:0;cursor:pointer}
a:hover,.plain:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--purple);outline-offset:2px;border-radius:2px}
code,pre,.mono{
font-family:'JetBrains Mono',ui-monospace,SFMono-Regular,Menlo,Consolas,
'DejaVu Sans Mono',monospace;
font-size:12px;font-variant-ligatures:none}
.muted{color:var(--muted)}
.bad{color:var(--red-text)}
.hidden-visually{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{left:32px;top:8px;background:var(--page)}
.sign{flex:none;width:16px;height:16px;display:inline-block;vertical-align:-3px}

header.top{display:flex;align-items:center;gap:8px 12px;flex-wrap:wrap;padding:20px 0;
border-bottom:1px solid var(--line)}
.brand{display:flex;align-items:center;gap:10px;font-size:16px;font-weight:700}
.brand span{font-size:13px;font-weight:400;color:var(--muted)}
.facts{margin-left:auto;display:flex;flex-wrap:wrap;align-items:baseline;font-size:13px;
color:var(--muted)}
.facts>*+*::before{content:'·';color:var(--muted);font-weight:400;margin:0 10px;
display:inline-block}
.facts code{overflow-wrap:anywhere}
.needs-script{display:none}
.scripted .needs-script{display:inline}

.opening{padding-top:36px}
h1{font-size:34px;line-height:1.25;font-weight:700;letter-spacing:-.4px;overflow-wrap:break-word}
.lead{margin-top:10px;font-size:16px;line-height:26px;color:var(--muted);max-width:1080px}
.lead strong{color:var(--ink);font-weight:600}
.lead strong.bad{color:var(--red-text)}
.missed h1{color:var(--red-text)}
.reasons{margin-top:16px;border-left:3px solid var(--red);padding-left:14px}
.reasons li{color:var(--red-text);font-weight:600;line-height:24px}
.stopped .reasons{border-color:var(--orange)}

.keys{margin-top:28px;display:grid;grid-template-columns:repeat(4,1fr);
border-top:2px solid var(--ink)}
.keys>li{padding:16px 20px 0 24px;border-left:1px solid var(--line);min-height:120px;min-width:0}
.keys>li:first-child{padding-left:0;border-left:0}
.key-value{font-size:40px;line-height:52px;font-weight:700;letter-spacing:-.5px;white-space:nowrap}
.key-value{height:52px}
.key-value.long{font-size:28px}
.key-value small{font-size:20px;font-weight:600;letter-spacing:0;margin-left:4px}
.key-label{font-size:14px;font-weight:600;margin-top:4px}
.key-note{display:flex;gap:6px;font-size:13px;line-height:19px;color:var(--muted);margin-top:2px}
.key-note .sign{margin-top:1px}

section{margin-top:64px}
h2{font-size:20px;line-height:28px;font-weight:700}
.intro{color:var(--muted);margin-top:4px;max-width:1080px}
.intro strong{color:var(--ink)}
h3{font-size:14px;line-height:20px;font-weight:700}
.note{font-size:13px;color:var(--muted);margin-top:10px;line-height:21px}
.pair{margin-top:64px;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:64px 44px}
.pair>section{min-width:0;margin-top:0}
.went{display:grid;grid-template-columns:minmax(0,760fr) minmax(0,412fr);gap:44px;margin-top:20px}
.audit{display:grid;grid-template-columns:minmax(0,640fr) minmax(0,532fr);gap:44px;margin-top:20px}

table{border-collapse:collapse;width:100%;font-size:13px}
th,td{text-align:left;padding:6px 0;border-bottom:1px solid var(--line);font-weight:400;
vertical-align:middle}
th{font-weight:600;color:var(--muted);font-size:12px;line-height:16px}
.number{text-align:right;padding-left:12px;white-space:nowrap}
th.number{white-space:normal}
.data th,.data td{padding:7px 0;line-height:19px}
.data th.number,.data td.number{padding-left:12px}
.data tbody th{font-size:13px;font-weight:400;color:var(--ink)}
.data .sum th,.data .sum td:nth-child(2){font-weight:700}

.phases{margin-top:40px;table-layout:fixed}
.phases thead th{vertical-align:bottom;padding:0 0 8px}
.phases thead th.number{padding-left:12px}
.phases thead tr:first-child td{border:0;height:auto}
.phases thead tr:first-child th{border:0;padding:0 0 12px;color:var(--ink)}
.phases .group span{display:block;border-bottom:1px solid var(--grey);padding-bottom:4px}
.phases .group.later span{margin-left:20px}
.phases td{height:50px;font-size:14px;color:var(--muted)}
.phases .axis{position:relative;padding:0}
.phases .axis svg{position:absolute;left:0;top:0;width:272px;height:100%;display:block;
overflow:visible}
.phases thead .axis svg{top:auto;bottom:0;height:26px}
.phases tbody th{font-size:14px;color:var(--ink);line-height:19px;padding:5px 12px 5px 0;
overflow-wrap:anywhere}
.phases tbody th span{display:block;font-size:12px;line-height:16px;font-weight:400;
color:var(--muted)}
.phases .measured{color:var(--ink);font-weight:700}
.phases td small{font-size:11px;font-weight:400;color:var(--muted)}
.phases .objective{color:var(--ink)}
.phases td.bad{color:var(--red-text)}
.phases .main th,.phases .main td{background:var(--purple-wash)}
.phases .main th{box-shadow:inset 3px 0 var(--purple);padding-left:12px}

.phases .verdict{padding-left:20px;white-space:nowrap}
.phases .verdict .muted{white-space:normal;display:block;line-height:17px}
.phases .verdict b{margin-left:6px}
.phases .cause td{height:auto;padding:4px 0 10px;font-size:13px;color:var(--red-text)}
.phases .cause.main td{box-shadow:inset 3px 0 var(--purple);padding-left:12px}
.phases .has-cause>*{border-bottom:0}
.phases tfoot th,.phases tfoot td{height:36px;color:var(--ink);font-size:13px}
.verdict-met{color:var(--green-text)}
.verdict-missed{color:var(--red-text)}
.legend{display:flex;flex-wrap:wrap;gap:4px 24px;font-size:12px;color:var(--muted);
align-items:center}
.legend span{display:inline-flex;align-items:center;gap:8px}
.phases+.legend{margin:12px 0 0 244px}
.proves{display:flex;gap:14px;margin-top:24px;padding:14px 20px;background:var(--panel);
border-radius:6px;font-size:13px;line-height:21px;color:var(--muted)}
.proves .sign{margin-top:3px}
.proves strong{color:var(--ink)}
.proves>div{min-width:0;flex:1}
.proves details{margin-top:10px}
.proves .words{padding-left:24px}
.proves .number .sign{margin:0}
.proves td.bad{color:var(--red-text)}
.sources{margin:12px 0 0;padding-left:18px;font-size:12px;line-height:19px}
.sources code{overflow-wrap:anywhere}
`;

const chartStyle = `
svg text{font-size:12px;fill:var(--ink)}
svg .small{font-size:11px}
svg .axis-text,svg .soft{fill:var(--muted)}
svg .axis-text{font-size:11px}
svg .soft{font-size:11.5px}
svg .strong{font-weight:600}
svg .mono{font-size:11.5px}
svg .mono.soft{fill:var(--muted)}
svg .red-text{fill:var(--red-text)}
svg .green-text{fill:var(--green-text)}
svg .over-lines{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round}
svg .remark{font-style:italic;font-size:11.5px}
.f-ink{fill:var(--ink)}.f-grey{fill:var(--grey)}.f-teal{fill:var(--teal)}.f-red{fill:var(--red)}
.f-purple{fill:var(--purple)}.f-orange{fill:var(--orange)}.f-green{fill:var(--green)}
.f-blue{fill:var(--blue)}
.f-pale{fill:var(--purple-pale)}.f-answered{fill:var(--teal-fill)}.f-red-band{fill:var(--red-band)}
.f-orange-band{fill:var(--orange-band)}.f-beyond{fill:var(--red-fill)}
.f-latency{fill:var(--latency-fill)}
.f-region-a{fill:var(--region-a)}.f-region-b{fill:var(--region-b)}.f-region-c{fill:var(--region-c)}
.f-zoom{fill:var(--purple);fill-opacity:.06}
.f-on-sign{fill:var(--on-sign)}
.l{fill:none;stroke-width:1}
.l-faint{fill:none;stroke:var(--faint)}.l-line{fill:none;stroke:var(--line)}.l-grey{fill:none;
stroke:var(--grey)}
.l-teal{fill:none;stroke:var(--teal);stroke-width:1.5}
.l-ink{fill:none;stroke:var(--ink);stroke-width:1.2;stroke-linejoin:round}
.l-objective{fill:none;stroke:var(--ink);stroke-width:2}
.l-predicted{fill:none;stroke:var(--purple);stroke-width:2}
.l-fault{fill:none;stroke:var(--red);stroke-width:1.5}
.l-healed{fill:none;stroke:var(--green);stroke-width:1.5;stroke-dasharray:2 3}
.l-served{fill:none;stroke:var(--green);stroke-width:1.7}
.l-moment{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-dasharray:2 3}
.l-expected{fill:none;stroke:var(--grey);stroke-dasharray:3 2}
.l-critical{fill:none;stroke:var(--purple);stroke-width:1.5}
.l-fall{fill:none;stroke:var(--grey);stroke-width:1}
.l-zoom{fill:none;stroke:var(--purple);stroke-opacity:.65}
.l-split{fill:none;stroke:var(--page);stroke-width:1.5}
.d{fill:none;stroke-linecap:round;stroke-width:3}
.d-read{stroke:var(--teal-dot)}.d-write{stroke:var(--ink);stroke-opacity:.88;stroke-width:3.2}
.d-slow{stroke:var(--orange);stroke-width:3.4}
.x-failed{fill:none;stroke:var(--red);stroke-width:1.1}
.halo{fill:var(--ink);stroke:var(--page);stroke-width:1.5}
.ring{fill:var(--page);stroke:var(--green);stroke-width:2}

.scroll{overflow-x:auto;overflow-y:hidden}
.chart{display:block;width:100%;height:auto}
.scroll>.chart.wide{min-width:960px}
.narrow,.narrow-only,.events{display:none}
.timeline{margin-top:24px}
.went h3{margin-bottom:10px}
.legend.parts{gap:4px 9px;margin-top:8px;font-size:11.5px}
.legend.parts b{font-weight:600}
.legend.parts span{gap:5px}
.dangling{margin-top:24px}
.dangling+.note{margin-top:2px}
.tabs{display:flex;flex-wrap:wrap;align-items:center;gap:4px 4px;margin:4px 0}
.tabs a{padding:6px 12px;border-radius:4px;font-size:13px;font-weight:400;color:var(--muted);
line-height:20px;min-height:32px;text-decoration:none}
.tabs a:hover{color:var(--ink)}
.tabs a[aria-selected=true]{background:var(--purple-solid);color:#fff;font-weight:600}
.tab-row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 24px;align-items:baseline;
margin-bottom:12px}
.panel h3{margin:28px 0 8px}
.scripted .panel h3{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.panel details{margin-top:10px;font-size:13px}
.named-writes{margin-top:10px;font-size:13px}
.named-writes p{margin:6px 0 0;font-size:12px;line-height:20px;color:var(--muted)}
.named-writes code{display:inline-block;margin-right:8px}
summary{cursor:pointer;color:var(--muted)}
summary:hover{color:var(--ink)}
.zoom{display:none}
.zoom.shown{display:inline}

.equation{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:flex-start;margin-bottom:14px}
.equation b{display:block;font-size:36px;line-height:48px;letter-spacing:-.5px}
.equation span{font-size:13px;color:var(--muted)}

.equation>div{display:flex;gap:20px}
.equation i{font-style:normal;font-size:28px;line-height:48px;color:var(--muted)}
.equation.long b{font-size:26px}
.checks,.moments,.about{border-top:1px solid var(--line);margin-top:20px}
.checks li{display:grid;grid-template-columns:38px minmax(0,1fr) auto;padding:7px 0;
border-bottom:1px solid var(--line);font-size:13px;line-height:20px}
.checks .sign{margin-top:2px}
.checks b,.moments b{font-weight:600}
.checks p,.moments p{color:var(--muted)}
.checks .broken b,.checks .broken p{color:var(--red-text)}
.checks .figure{font-weight:600;text-align:right;padding-left:12px}
.moments li{display:grid;grid-template-columns:120px minmax(0,1fr);padding:10px 0 11px;
border-bottom:1px solid var(--line);font-size:13px;line-height:20px}
.moments b{font-size:14px}
.moments time{color:var(--muted)}
.about div{display:grid;grid-template-columns:132px minmax(0,1fr);padding:6px 0;
border-bottom:1px solid var(--line);font-size:13px;line-height:20px}
.about dt{color:var(--muted)}
.about dd{overflow-wrap:anywhere}
.paste{background:var(--panel);border-radius:6px;padding:16px 18px;margin-top:20px;line-height:22px;
white-space:pre-wrap;overflow-wrap:anywhere}
.paste span{color:var(--muted)}
footer{margin-top:64px;padding:16px 0 48px;border-top:1px solid var(--line);display:flex;
flex-wrap:wrap;justify-content:space-between;gap:4px 24px;font-size:12px;color:var(--muted)}
`;

const narrowStyle = `
@media screen and (max-width:1279px) and (min-width:701px){.phases-wrap{overflow-x:auto}
.phases{min-width:1010px}}
@media screen and (max-width:1000px){.went,.audit,.pair{grid-template-columns:minmax(0,1fr)}
.keys{grid-template-columns:1fr 1fr}.keys>li:nth-child(odd){padding-left:0;border-left:0}
.keys>li:nth-child(n+3){border-top:1px solid var(--line)}.phases+.legend{margin-left:0}}
@media screen and (max-width:700px){
.column{padding:0 16px}
.facts{margin-left:0;width:100%;gap:2px 14px}.facts>*+*::before{display:none}
.opening{padding-top:24px}
h1{font-size:26px}
.lead{line-height:24px}
.key-value{font-size:30px;line-height:40px;height:40px}.key-value.long{font-size:22px}
.key-value small{font-size:15px}
.keys>li{padding:12px 10px 12px 12px;min-height:0}
.key-label{font-size:13px}.key-note{font-size:12px}
section{margin-top:48px}
.wide{display:none!important}.narrow,.narrow-only{display:block}
.narrow text{paint-order:stroke;stroke:var(--page);stroke-width:3px;stroke-linejoin:round}
.events{display:grid;grid-template-columns:1fr 1fr;gap:2px 12px;font-size:12px;color:var(--muted);
margin:8px 0 12px}
.chart.narrow{max-width:520px;margin:0 auto}
.phases thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.phases,.phases tbody,.phases tfoot{display:block}
.phases tr{display:grid;grid-template-columns:1fr 1fr 1fr;border-bottom:1px solid var(--line);
padding:8px 0 10px}
.phases tr.has-cause{border-bottom:0}
.phases th,.phases td{display:block;border:0!important;height:auto!important;
padding:2px 0!important}
.phases tbody th,.phases tfoot th{grid-column:1/3;padding-left:0}
.phases .main{background:var(--purple-wash);box-shadow:inset 3px 0 var(--purple)}
.phases .main>*{padding-left:10px!important}.phases .main th{box-shadow:none}
.phases .verdict{order:-1;grid-column:3;text-align:right}.phases tbody th{order:-2}
.phases .axis{grid-column:1/4;height:34px!important}
.phases .cause td{grid-column:1/4}
.phases td.number{text-align:left;white-space:normal}
.phases td[data-label]::before{content:attr(data-label);display:block;font-size:11px;
font-weight:400;color:var(--muted);line-height:15px}
.phases td.none{display:none}
.off-phone{display:none}
.moments li{grid-template-columns:1fr}.about div{grid-template-columns:96px minmax(0,1fr)}
.checks li{grid-template-columns:28px minmax(0,1fr) auto}
.equation b{font-size:28px;line-height:36px}.equation i{font-size:22px;line-height:36px}
.equation{gap:4px 14px}
.scroll-table{overflow-x:auto}
.data th.number,.data td.number{padding-left:8px}
}
@page{size:A4 landscape;margin:11mm}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{zoom:.82}
.column{padding:0;max-width:none}
.needs-script,.skip,.tabs,.panel details{display:none!important}
.panel[hidden]{display:block!important}
.scripted .panel h3{position:static;width:auto;height:auto;clip-path:none}
.panel,figure,.keys,.proves,tr,.checks li,.moments li,
.about div,.paste,.went,.equation{break-inside:avoid}
h2,h3,.intro{break-after:avoid}
section{margin-top:40px}
.opening{padding-top:20px}
.pair,.audit{gap:28px 44px}
a{color:inherit}
}
@media (prefers-reduced-motion:no-preference){.scripted .panel{scroll-margin-top:16px}}
`;

export function style(fonts: Fonts): string {
  return [
    face('Open Sans', 400, fonts.regular),
    face('Open Sans', 600, fonts.semibold),
    face('Open Sans', 700, fonts.bold),
    face('JetBrains Mono', 400, fonts.mono),
    tokenStyle(),
    pageStyle,
    chartStyle,
    narrowStyle,
  ].join('\n');
}
