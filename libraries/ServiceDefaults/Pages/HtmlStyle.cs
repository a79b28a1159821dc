namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>The style of a page and its charts; the colours are those of the control room.</summary>
internal static class HtmlStyle
{
    public const string Sheet = """
        :root {
          color-scheme: light dark;
          --ground: light-dark(#f6f4ee, #0b0e13); --panel: light-dark(#fffefb, #141920); --edge: light-dark(#d9d3c5, #2a323e);
          --ink: light-dark(#15181e, #f2f5f9); --soft: light-dark(#535864, #a9b4c2);
          --blue: light-dark(#005ea8, #62bbff); --orange: light-dark(#a34a00, #f7a833); --green: light-dark(#00694a, #45d8a8);
          --red: light-dark(#b02a00, #ff8d69); --purple: light-dark(#6b3fa0, #c9a5ff); --gold: light-dark(#7a5600, #f0cf4f);
          font: 15px/1.45 Inter, "Segoe UI", system-ui, "Helvetica Neue", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums;
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); }
        main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0.1rem 0 0.6rem; }
        h2 { font-size: 1.2rem; margin: 2.2rem 0 0.5rem; padding-top: 0.6rem; border-top: 1px solid var(--edge); }
        h3 { font-size: 1rem; margin: 1.3rem 0 0.3rem; }
        p { margin: 0.4rem 0; max-width: 48rem; }
        a { color: var(--blue); }
        .above, .note, figcaption { color: var(--soft); font-size: 0.88rem; }
        .lead { font-size: 1.08rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.2rem, 1fr)); gap: 0.6rem; margin: 1rem 0; }
        .figures div { background: var(--panel); border: 1px solid var(--edge); border-radius: 0.5rem; padding: 0.5rem 0.75rem; }
        .figures dt { color: var(--soft); font-size: 0.82rem; }
        .figures dd { margin: 0; font-size: 0.85rem; color: var(--soft); }
        .figures strong { display: block; font-size: 1.45rem; color: var(--ink); line-height: 1.25; }
        .wide { overflow-x: auto; background: var(--panel); border: 1px solid var(--edge); border-radius: 0.5rem; margin: 0.6rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: 0.86rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--edge); }
        th { font-weight: 600; color: var(--soft); white-space: nowrap; }
        tbody tr:last-child td { border-bottom: 0; }
        .number { text-align: right; white-space: nowrap; }
        td.words { min-width: 5.5rem; } td.words:first-child { white-space: nowrap; }
        code { font: 0.85em/1.3 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
        .good { color: var(--green); font-weight: 600; } .bad { color: var(--red); font-weight: 600; }
        ol.story { list-style: none; margin: 0.6rem 0; padding: 0; }
        ol.story li { display: grid; grid-template-columns: 9rem 1fr; gap: 0.2rem 0.9rem; padding: 0.4rem 0; border-bottom: 1px solid var(--edge); break-inside: avoid; }
        ol.story .when { color: var(--soft); font-size: 0.86rem; }
        figure { margin: 0.8rem 0; background: var(--panel); border: 1px solid var(--edge); border-radius: 0.5rem; padding: 0.6rem 0.7rem 0.5rem; break-inside: avoid; }
        figure h3 { margin: 0 0 0.2rem; }
        .small { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0.7rem; }
        .small figure { margin: 0; }
        svg { display: block; width: 100%; height: auto; }
        svg text { fill: var(--soft); font-size: 12px; }
        .grid { stroke: var(--edge); stroke-width: 1; }
        .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; }
        .blue { stroke: var(--blue); } .orange { stroke: var(--orange); stroke-dasharray: 6 4; } .green { stroke: var(--green); stroke-dasharray: 2 3; }
        .purple { stroke: var(--purple); stroke-dasharray: 9 3 2 3; } .red { stroke: var(--red); } .gold { stroke: var(--gold); stroke-dasharray: 12 4; } .soft { stroke: var(--soft); stroke-dasharray: 3 5; stroke-width: 1.4; }
        svg text.blue { fill: var(--blue); } svg text.orange { fill: var(--orange); } svg text.green { fill: var(--green); } svg text.purple { fill: var(--purple); }
        svg text.red { fill: var(--red); } svg text.gold { fill: var(--gold); }
        svg text { stroke: none !important; }
        .mark { stroke-width: 1.4; }
        .was { fill: color-mix(in srgb, var(--soft) 38%, transparent); } .is { fill: none; stroke: var(--blue); stroke-width: 2; }
        .bar { fill: var(--blue); } .bar.other { fill: var(--orange); } .bar.third { fill: var(--green); } .bar.fourth { fill: var(--purple); } .bar.wrong { fill: var(--red); }
        .spans { background: var(--panel); border: 1px solid var(--edge); border-radius: 0.5rem; padding: 0.3rem 0.6rem; margin: 0.6rem 0; }
        .spans summary { display: grid; grid-template-columns: minmax(14rem, 2fr) 3fr 5rem; gap: 0.6rem; align-items: center; min-height: 24px; padding: 0.12rem 0; cursor: pointer; font-size: 0.86rem; }
        .spans .name { overflow-wrap: anywhere; } .spans ul { margin: 0.1rem 0 0.5rem; }
        .track { display: block; background: color-mix(in srgb, var(--edge) 45%, transparent); border-radius: 2px; height: 0.75rem; overflow: hidden; }
        .took { display: block; height: 100%; background: var(--blue); } .took.wrong { background: var(--red); }
        footer { margin-top: 2.5rem; color: var(--soft); font-size: 0.85rem; border-top: 1px solid var(--edge); padding-top: 0.7rem; }
        @media (max-width: 40rem) { ol.story li { grid-template-columns: 1fr; } }
        @media print {
          :root { color-scheme: light; font-size: 12px; }
          body { background: none; } main { max-width: none; padding: 0; }
          .wide { overflow: visible; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; }
        }
        """;
}
