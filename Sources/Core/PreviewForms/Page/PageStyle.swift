/// How the page looks: on a screen by day and by night, on a phone, and on paper. Nothing is loaded from anywhere.
enum PageStyle {
  static let css: StaticString = """
    :root{color-scheme:light dark;--paper:#faf9f6;--sheet:#fff;--ink:#1f2326;--soft:#62676b;--line:#e2dfd8;--wash:#f1eee8;
    --mark:#27566b;--mark-1:#dbe7ec;--mark-2:#b3cdd8;--mark-3:#6f9fb3;--warn:#94560f;--quiet:#d8d4cb}
    @media (prefers-color-scheme:dark){:root{--paper:#151719;--sheet:#1c1f22;--ink:#e6e4df;--soft:#9da2a6;--line:#32363a;
    --wash:#212529;--mark:#8cc0d4;--mark-1:#22343c;--mark-2:#2f4f5c;--mark-3:#47798d;--warn:#e3a95c;--quiet:#3c4044}}
    *{box-sizing:border-box}
    html{font-size:16px;line-height:1.5;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,
    sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
    main{max-width:60rem;margin:0 auto;padding:3rem 1.5rem 4rem}
    h1,h2,.paper{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"Times New Roman",serif}
    h1{font-size:2rem;font-weight:600;line-height:1.15;margin:0 0 .35rem;letter-spacing:-.01em;text-wrap:balance}
    h2{font-size:1.35rem;font-weight:600;line-height:1.25;margin:3.25rem 0 1rem;padding-top:.8rem;border-top:1px solid var(--line)}
    h3{font-size:1.05rem;font-weight:650;margin:0;display:inline}
    p{margin:0 0 .75rem;max-width:42rem}
    .soft,.note{color:var(--soft)}
    .note{font-size:.875rem}
    .lead{font-size:1.05rem;color:var(--soft);margin-bottom:1rem}
    .figures{display:flex;flex-wrap:wrap;margin:1.75rem 0 0;padding:0;
    background:var(--sheet);border:1px solid var(--line);border-radius:.5rem;overflow:hidden}
    .figures div{flex:1 0 calc(100%/var(--columns) - 1rem);padding:.85rem 1rem .9rem;box-shadow:1px 1px 0 0 var(--line)}
    .figures dt{font-size:.8125rem;color:var(--soft);margin:0}
    .figures dd{margin:.1rem 0 0;font-size:1.35rem;font-weight:600;line-height:1.25}
    .figures dd small{display:block;font-size:.8125rem;font-weight:400;color:var(--soft)}
    table{border-collapse:collapse}
    .months{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1.75rem 2rem}
    .month{width:100%;table-layout:fixed;align-self:start}
    .month caption{text-align:left;font-weight:600;padding-bottom:.4rem}
    .month th{font-size:.75rem;font-weight:400;color:var(--soft);padding:0 0 .25rem}
    .month td{height:2.35rem;padding:.15rem .3rem;vertical-align:top;font-size:.6875rem;line-height:1.1;color:var(--soft);
    border:2px solid var(--paper);border-radius:.4rem;background:var(--sheet)}
    .month td b{display:block;text-align:center;font-size:.9375rem;font-weight:650;color:var(--ink)}
    .month td.shut{background:var(--wash)}
    .month td.out,.month td.none{background:none;opacity:.55}
    .month td.n1{background:var(--mark-1)}.month td.n2{background:var(--mark-2)}.month td.n3{background:var(--mark-3)}
    .month td.n3,.month td.n3 b{color:#fff}
    .scroll{overflow-x:auto}
    .ages{width:100%;max-width:44rem;table-layout:fixed}
    .ages+.ages{margin-top:1.5rem}
    .ages caption{text-align:left;font-weight:600;padding-bottom:.3rem}
    .ages th,.ages td{padding:.45rem 0 .45rem 1.25rem;text-align:right;font-weight:400;border-bottom:1px solid var(--line);white-space:nowrap}
    .ages th:first-child{padding-left:0;text-align:left;width:24%}
    .ages thead th{font-size:.8125rem;color:var(--soft)}
    .ages tfoot th,.ages tfoot td{font-weight:650;border-bottom:0}
    .bar{display:block;height:.3rem;margin:.25rem 0 0 auto;border-radius:.15rem;background:var(--mark-3);min-width:2px}
    .customer{margin:0;padding:1.5rem 0 1.25rem;border-bottom:1px solid var(--line);break-inside:auto}
    .customer header{break-after:avoid}
    .customer header p{margin:.15rem 0 0}
    .id{color:var(--soft);font-size:.875rem;margin-left:.5rem}
    .strip{display:block;width:100%;height:1.9rem;margin:.6rem 0 .35rem;overflow:visible;break-after:avoid}
    .strip .axis{stroke:var(--line);stroke-width:1}.strip .tick{stroke:var(--line);stroke-width:1}
    .strip text{fill:var(--soft);font-size:.6875rem}
    .strip .quiet{fill:var(--quiet)}.strip .message{fill:var(--mark);stroke:var(--paper);stroke-width:1.5}
    .strip .flag{fill:var(--warn)}
    .events{list-style:none;margin:.25rem 0 0;padding:0}
    .events>li{display:grid;grid-template-columns:7.5rem 1fr auto;gap:0 1rem;padding:.3rem 0;break-inside:avoid}
    .events time{color:var(--soft);white-space:nowrap}
    .events .line{color:var(--soft);font-size:.8125rem}
    .events .quiet,.events .quiet *{color:var(--soft)}
    .events .flag b{color:var(--warn)}
    .events b{font-weight:650}
    .sum{white-space:nowrap}
    details{grid-column:2/-1;margin-top:.15rem}
    summary{cursor:pointer;color:var(--mark);font-size:.875rem;width:fit-content;max-width:100%}
    summary:focus-visible{outline:2px solid var(--mark);outline-offset:3px;border-radius:.2rem}
    .paper{background:var(--sheet);color:var(--ink);border:1px solid var(--line);border-radius:.35rem;padding:1.4rem 1.6rem;margin:.6rem 0 .9rem;
    max-width:42rem;font-size:1.03rem;line-height:1.55;overflow-x:auto}
    .paper .subject{font-weight:650;margin:0 0 1rem;padding-bottom:.75rem;border-bottom:1px solid var(--line)}
    .paper a{color:var(--mark)}
    .paper .plain{white-space:pre-wrap;margin:0}
    .sample{break-inside:avoid}
    .sample h3{display:block;margin:1.75rem 0 0}
    .reasons{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.35rem 1.25rem;margin:0}
    .reasons dd{margin:0;color:var(--soft)}
    footer{margin-top:3rem;color:var(--soft);font-size:.875rem}
    @media (max-width:40rem){main{padding:1.75rem 1rem 3rem}h1{font-size:1.6rem}
    .events>li{grid-template-columns:1fr auto;gap:0 .75rem;padding:.45rem 0}.events time{grid-column:1}.events .line{grid-row:1;grid-column:2}
    .events .what,details{grid-column:1/-1}.paper{padding:1.1rem 1rem}.reasons{grid-template-columns:1fr;gap:0}.reasons dd{margin-bottom:.6rem}
    .ages th,.ages td{padding-left:.5rem;font-size:.9375rem}.ages th:first-child{width:27%}.figures div{flex-basis:40%}}
    @media print{:root{color-scheme:light;--paper:#fff;--sheet:#fff;--ink:#000;--soft:#444;--line:#ccc;--wash:#f0f0ee;--mark:#27566b;
    --mark-1:#dbe7ec;--mark-2:#b3cdd8;--mark-3:#6f9fb3;--warn:#94560f;--quiet:#d5d5d2}
    @page{margin:16mm 15mm 18mm}html{font-size:10pt}main{max-width:none;padding:0}body{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    h2{break-after:avoid}.month,.ages,.figures{break-inside:avoid}.months{grid-template-columns:repeat(3,1fr)}
    details:not([open]){display:none}.figures dd{font-size:1.15rem}}
    """
}
