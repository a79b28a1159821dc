#!/usr/bin/env python3
"""Draws dashboards/*.json as SVG from what a Prometheus answers: a picture of what a dashboard asks and shows, not of how Grafana draws it.

  python3 docs/dashboards/draw.py http://127.0.0.1:9090 HOURS [END as Unix time]
"""
import glob, html, json, math, os, sys, time, urllib.parse, urllib.request

COLUMN, ROW, GAP = 50, 36, 6
INK, SOFT, EDGE = "#15181e", "#535864", "#d9d3c5"
PALETTE = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#8E8E8E", "#7A5600", "#7FB8D8", "#F3D08A", "#7FCEB9", "#E5BCD3", "#EAAE80", "#2B5A74", "#3E3E3E", "#BDA980"]
HERE = os.path.dirname(os.path.abspath(__file__))


class Source:
    def __init__(self, url, hours, end):
        self.url, self.hours, self.end = url, hours, end
        self.start, self.step = end - hours * 3600, max(15, round(hours * 3600 / 240))

    def ask(self, expr, instant):
        words = {"$__rate_interval": f"{max(240, 4 * self.step)}s", "$__range": f"{self.hours}h", "$model": "hits", "$feature": "energy", "$version": ".*", "[1m]": f"[{max(240, 4 * self.step)}s]"}
        for word, value in words.items():
            expr = expr.replace(word, value)
        query = {"query": expr, **({"time": self.end} if instant else {"start": self.start, "end": self.end, "step": self.step})}
        with urllib.request.urlopen(f"{self.url}/api/v1/query{'' if instant else '_range'}?{urllib.parse.urlencode(query)}") as answer:
            return json.load(answer)["data"]["result"]


def text(x, y, words, size=12, colour=INK, anchor="start", bold=False):
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}"{weight}>{html.escape(str(words))}</text>'


def rect(x, y, w, h, colour, more=""):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(w, 0):.1f}" height="{max(h, 0):.1f}" fill="{colour}" {more}/>'


def name(target, labels):
    words = target.get("legendFormat", "")
    for key, value in labels.items():
        words = words.replace("{{" + key + "}}", value)
    return words or ", ".join(labels.values())


def shown(value, defaults):
    for mapping in defaults.get("mappings", []):
        known = mapping.get("options", {}).get(f"{value:g}")
        if mapping["type"] == "value" and known:
            return known.get("text", "")
    if math.isnan(value):
        return "–"
    unit = defaults.get("unit")
    if (unit or "").startswith("suffix:"):
        return f"{value:.{defaults.get('decimals', 1)}f}{unit[7:]}"
    if unit == "percentunit":
        return f"{value:.{defaults.get('decimals', 1) if value < 0.1 else 1}%}"
    if unit == "s":
        return next(f"{value / size:.3g} {word}" for size, word in ((86400, "d"), (3600, "h"), (60, "min"), (1, "s"), (1e-3, "ms"), (1e-6, "µs")) if abs(value) >= size or size == 1e-6) if value else "0 s"
    if unit == "short" and abs(value) < 1e4 and "decimals" in defaults:
        return f"{value:.{defaults['decimals']}f}"
    for size, word in ((1e9, " G"), (1e6, " M"), (1e4, " k")):
        if abs(value) >= size:
            return f"{value / (1e3 if word == ' k' else size):.3g}{word}"
    return f"{value:.3g}" + (" /s" if unit in ("cps", "reqps") else "")


def colour_of(value, defaults):
    steps = [step for step in defaults.get("thresholds", {}).get("steps", []) if step["value"] is None or value >= step["value"]]
    colour = steps[-1]["color"] if steps else PALETTE[0]
    return {"green": "#009E73", "red": "#D55E00", "orange": "#E69F00", "transparent": "#f2efe8"}.get(colour, colour)


def fixed(panel, series, index):
    for override in panel["fieldConfig"].get("overrides", []):
        if override["matcher"]["options"] == series:
            for prop in override["properties"]:
                if prop["id"] == "color" and prop["value"].get("fixedColor"):
                    return prop["value"]["fixedColor"]
    return PALETTE[index % len(PALETTE)]


DASHES = {"Injected": "", "Findings": "", "Promotions": "7 3", "Roll-backs": "2 3", "Alerts": "1 4"}


def line_of(moment, at, top, bottom):
    name, colour = moment[2], moment[1]
    return f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{top}" y2="{bottom}" stroke="{colour}" stroke-width="{2.2 if name == "Injected" else 1.1}" stroke-dasharray="{DASHES.get(name, "")}"/>'


def left_of(panel, x):
    """Panels as wide as the dashboard begin their time axes at one place, so that one can be read below the other."""
    return x + 150 if panel["gridPos"]["w"] == 24 else x + 52


def legend(entries, left, y, wide):
    """Each as wide as its words; what two lines do not hold is counted."""
    drawn, at, row = [], left, 0
    for i, (words, colour) in enumerate(entries):
        need = 20 + 5.6 * len(words)
        if row == 1 and at + need + 60 > left + wide and i < len(entries) - 1:
            return drawn + [text(at, y + 8 + 12 * row, f"and {len(entries) - i} more", 10, SOFT)]
        if at + need > left + wide and at > left:
            at, row = left, row + 1
        drawn += [rect(at, y + 12 * row, 9, 9, colour), text(at + 13, y + 8 + 12 * row, words, 10, INK)]
        at += need
    return drawn


def series_of(panel, source, instant):
    return [(name(target, each["metric"]), each) for target in panel.get("targets", []) for each in source.ask(target["expr"], instant)]


def draw_text(panel, source, x, y, w, h, moments):
    words, lines = panel["options"]["content"].replace("**", "").replace("*", "").split(), [""]
    for word in words:
        lines[-1:] = [lines[-1] + " " + word] if len(lines[-1]) + len(word) < w / 6.2 else [lines[-1], word]
    return [text(x + 8, y + 34 + 15 * i, line.strip(), 12, SOFT) for i, line in enumerate(lines)]


def draw_stat(panel, source, x, y, w, h, moments):
    defaults, found = panel["fieldConfig"]["defaults"], series_of(panel, source, True)
    if not found:
        return [text(x + w / 2, y + h / 2 + 10, "no data", 14, SOFT, "middle")]
    words, value = found[0][0], float(found[0][1]["value"][1])
    mode = panel["options"].get("textMode")
    said = words if mode == "name" else shown(value, defaults)
    drawn = [text(x + w / 2, y + h / 2 + 16, said, 24 if len(said) < 14 else 17, colour_of(value, defaults), "middle", True)]
    if mode == "value_and_name":
        drawn += [text(x + w / 2, y + h - 24 + 12 * i, line, 10, SOFT, "middle") for i, line in enumerate(words.split(": ", 1))]
    return drawn


def draw_bargauge(panel, source, x, y, w, h, moments):
    defaults, found = panel["fieldConfig"]["defaults"], series_of(panel, source, True)[: max(1, int((h - 34) / 20))]
    most = max([float(each["value"][1]) for _, each in found if float(each["value"][1]) > 0] or [1])
    drawn = [] if found else [text(x + w / 2, y + h / 2, "no data", 14, SOFT, "middle")]
    for i, (words, each) in enumerate(found):
        value, top = float(each["value"][1]), y + 32 + 20 * i
        drawn += [text(x + w * 0.36, top + 12, words, 11, INK, "end"), rect(x + w * 0.38, top + 2, w * 0.46 * max(value, 0) / most, 13, colour_of(value, defaults)), text(x + w - 8, top + 12, shown(value, defaults), 11, INK, "end")]
    return drawn


def draw_timeseries(panel, source, x, y, w, h, moments):
    defaults, found = panel["fieldConfig"]["defaults"], series_of(panel, source, False)
    points = [(words, [(float(t), float(v)) for t, v in each["values"] if math.isfinite(float(v))]) for words, each in found]
    values = [v for _, line in points for _, v in line]
    if not values:
        return [text(x + w / 2, y + h / 2, "no data", 14, SOFT, "middle")]
    custom = defaults.get("custom", {})
    stacked = custom.get("stacking", {}).get("mode") == "normal"
    if stacked:
        points = stack(sorted(points, key=lambda each: each[1][0][0] if each[1] else 0))
        values = [top for _, line in points for _, _, top in line]
    low = min(values + ([defaults["min"]] if "min" in defaults or stacked else []) + ([0.0] if stacked else []))
    high = max(values)
    if high <= low:
        low, high = (low, low + 1) if "min" in defaults or stacked else (low - 0.5, high + 0.5)
    left, right, top, bottom = left_of(panel, x), x + w - 12, y + 30, y + h - 50
    place = lambda t, v: (left + (t - source.start) / (source.end - source.start) * (right - left), bottom - (v - low) / (high - low) * (bottom - top))
    drawn = [f'<line x1="{left}" x2="{right}" y1="{place(0, v)[1]:.1f}" y2="{place(0, v)[1]:.1f}" stroke="{EDGE}"/>' + text(left - 5, place(0, v)[1] + 4, shown(v, defaults), 10, SOFT, "end") for v in (low, (low + high) / 2, high)]
    drawn += [line_of(moment, place(moment[0], 0)[0], top, bottom) for moment in moments]
    if panel["gridPos"]["w"] == 24:
        drawn += [text(place(moment[0], 0)[0] + 4, bottom - 5, moment[3], 11, "#8d4a70", bold=True) for moment in moments if moment[2] == "Injected"]
    drawn += legend([(words, fixed(panel, words, i)) for i, (words, _) in enumerate(points)], left, y + h - 28, right - left)
    for i, (words, line) in enumerate(points):
        colour = fixed(panel, words, i)
        if stacked:
            wide = (right - left) * source.step / (source.end - source.start) + 0.4
            drawn += [rect(place(t, 0)[0] - wide / 2, place(t, upper)[1], wide, place(t, under)[1] - place(t, upper)[1], colour, 'fill-opacity="0.8"') for t, under, upper in line if upper > under]
            continue
        path, last = "", None
        for t, v in line:
            path += f"{'M' if last is None or t - last > 3 * source.step else 'L'}{place(t, v)[0]:.1f} {place(t, v)[1]:.1f}"
            last = t
        dashed = any(override["matcher"]["options"] == words and any(prop["id"] == "custom.lineStyle" for prop in override["properties"]) for override in panel["fieldConfig"].get("overrides", []))
        drawn.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.8" stroke-dasharray="{"6 4" if dashed else ""}"/>')
    return drawn + clock(source, left, right, y + h - 36)


def stack(points):
    """Each value on top of those of the series before it, at the same moment."""
    reached, stacked = {}, []
    for words, line in points:
        stacked.append((words, [(t, reached.get(t, 0.0), reached.get(t, 0.0) + v) for t, v in line]))
        for t, v in line:
            reached[t] = reached.get(t, 0.0) + v
    return stacked


def draw_timeline(panel, source, x, y, w, h, moments):
    defaults, found = panel["fieldConfig"]["defaults"], series_of(panel, source, False)
    longest = max([len(words) for words, _ in found] or [1])
    left, right, high = x + max(150, min(0.5 * w, 5.4 * longest + 16)), x + w - 12, min(26, (h - 56) / max(1, len(found)))
    drawn = []
    for i, (words, each) in enumerate(found):
        top = y + 32 + high * i
        drawn.append(text(left - 8, top + high / 2 + 3, words[: max(22, int((left - x) / 5.2))], 11 if longest < 24 else 9.5, INK, "end"))
        for t, v in each["values"]:
            at = left + (float(t) - source.start) / (source.end - source.start) * (right - left)
            drawn.append(rect(at, top + 1, (right - left) * source.step / (source.end - source.start) + 0.6, high - 3, colour_of(float(v), defaults)))
    below = y + 32 + high * len(found)
    drawn += [line_of(moment, left + (moment[0] - source.start) / (source.end - source.start) * (right - left), y + 30, below) for moment in moments]
    return drawn + clock(source, left, right, y + h - 10)


def draw_heatmap(panel, source, x, y, w, h, moments):
    found = sorted(((float(words.replace("+Inf", "inf")), each) for words, each in series_of(panel, source, False)), key=lambda each: each[0])
    left, right, bottom = x + 62, x + w - 10, y + h - 26
    high, cells, below = (bottom - y - 32) / max(1, len(found)), [], {}
    for i, (edge, each) in enumerate(found):
        for t, v in each["values"]:
            cells.append((float(t), i, max(0.0, float(v) - below.get(t, 0.0))))
            below[t] = float(v)
    most = max([value for _, _, value in cells] or [1]) or 1
    wide = (right - left) * source.step / (source.end - source.start)
    drawn = [rect(left + (t - source.start) / (source.end - source.start) * (right - left), bottom - high * (i + 1), wide + 0.4, high - 1, "#0072B2", f'fill-opacity="{math.sqrt(value / most):.2f}"') for t, i, value in cells if value > 0]
    return drawn + [text(left - 5, bottom - high * (i + 0.3), shown(edge, {"unit": "s"}) if math.isfinite(edge) else "more", 9, SOFT, "end") for i, (edge, _) in enumerate(found)] + clock(source, left, right, y + h - 10)


def draw_barchart(panel, source, x, y, w, h, moments):
    sides = [(target.get("legendFormat", ""), {each["metric"].get("bin", ""): float(each["value"][1]) for each in source.ask(target["expr"], True)}) for target in panel["targets"]]
    bins = sorted({bin for _, values in sides for bin in values}, key=lambda bin: (not bin.isdigit(), bin.zfill(4)))
    most, wide, bottom = max([v for _, values in sides for v in values.values()] or [1]) or 1, (w - 24) / max(1, len(bins)), y + h - 40
    drawn = [text(x + 14 + 110 * i, y + h - 8, words, 11, fixed(panel, words, i)) for i, (words, _) in enumerate(sides)]
    for i, bin in enumerate(bins):
        drawn.append(text(x + 12 + wide * (i + 0.5), bottom + 14, bin[:7], 9, SOFT, "middle"))
        for j, (words, values) in enumerate(sides):
            high = values.get(bin, 0) / most * (bottom - y - 36)
            drawn.append(rect(x + 12 + wide * (i + 0.1 + 0.4 * j), bottom - high, wide * 0.38, high, fixed(panel, words, j)))
    return drawn


def draw_table(panel, source, x, y, w, h, moments):
    answers = [(target.get("legendFormat", ""), source.ask(target["expr"], True)) for target in panel["targets"]]
    order = next((each["options"] for each in panel.get("transformations", []) if each["id"] == "organize"), {})
    keys = sorted({key for _, found in answers for each in found for key in each["metric"]}, key=lambda key: order.get("indexByName", {}).get(key, 99))
    rows = list(dict.fromkeys(tuple(each["metric"].get(key, "") for key in keys) for _, found in answers for each in found))[: max(1, int((h - 56) / 18))]
    heads = [order.get("renameByName", {}).get(key, key) for key in keys] + [words or "value" for words, _ in answers]
    cells = [list(row) + [next((shown(float(each["value"][1]), panel["fieldConfig"]["defaults"]) for each in found if tuple(each["metric"].get(key, "") for key in keys) == row), "") for _, found in answers] for row in rows]
    # Each column as wide as its longest words, as far as there is room.
    need = [max(len(line[i]) for line in [heads, *cells]) + 2 for i in range(len(heads))]
    size = min(11.0, (w - 16) / max(1, sum(need)) / 0.56)
    size, need = (size, need) if size >= 7 else (9.0, [min(each, 40) for each in need])
    scale, at, drawn = (w - 16) / sum(need), x + 8, []
    for i, head in enumerate(heads):
        most = max(3, int(need[i] * scale / (size * 0.5)))
        drawn.append(text(at, y + 40, head[:most], size, SOFT, bold=True))
        drawn += [text(at, y + 60 + 18 * r, line[i][:most], size) for r, line in enumerate(cells)]
        at += need[i] * scale
    return drawn


def clock(source, left, right, y):
    return [text(left + (right - left) * part, y, time.strftime("%H:%M", time.gmtime(source.start + (source.end - source.start) * part)), 10, SOFT, anchor) for part, anchor in ((0, "start"), (0.25, "middle"), (0.5, "middle"), (0.75, "middle"), (1, "end"))]


DRAWN = {"text": draw_text, "stat": draw_stat, "bargauge": draw_bargauge, "timeseries": draw_timeseries, "state-timeline": draw_timeline, "heatmap": draw_heatmap, "barchart": draw_barchart, "table": draw_table}


def moments_of(board, source):
    found = set()
    for moment in board["annotations"]["list"]:
        for each in source.ask(moment["expr"], False):
            words = name({"legendFormat": moment["titleFormat"].replace("Injected: ", "")}, each["metric"])
            found |= {(float(v) / 1000, moment["iconColor"], moment["name"], words) for _, v in each["values"] if moment.get("useValueForTime")}
    return sorted(moment for moment in found if source.start <= moment[0] <= source.end)


def lines_named(board, moments, right):
    """Those that are drawn: a history has no alerts, for rules are evaluated by a Prometheus that runs."""
    drawn, at, there = [], right, {moment[2] for moment in moments}
    for moment in reversed([each for each in board["annotations"]["list"] if each["name"] in there]):
        at -= 34 + 7 * len(moment["name"])
        drawn += [f'<line x1="{at}" x2="{at + 22}" y1="28" y2="28" stroke="{moment["iconColor"]}" stroke-width="2" stroke-dasharray="{DASHES.get(moment["name"], "")}"/>', text(at + 26, 32, moment["name"], 11, SOFT)]
    return drawn


def draw(board, source):
    moments, drawn, bottom = moments_of(board, source), [], 0
    for panel in board["panels"]:
        at = panel["gridPos"]
        x, y, w, h = at["x"] * COLUMN + GAP, at["y"] * ROW + 50, at["w"] * COLUMN - GAP, at["h"] * ROW - GAP
        bottom = max(bottom, y + h)
        title = panel["title"].replace("$feature", "energy")
        drawn += [rect(x, y, w, h, "#fffefb", f'stroke="{EDGE}" rx="5"'), text(x + 8, y + 19, title, max(8.5, min(13.0, (w - 14) / len(title) / 0.63)), INK, bold=True)]
        drawn += DRAWN[panel["type"]](panel, source, x, y, w, h, moments)
    width, high = 24 * COLUMN + 2 * GAP, bottom + 12
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {high}" font-family="Inter, system-ui, Helvetica, DejaVu Sans, sans-serif" role="img">'
            f'<title>{html.escape(board["title"])}</title>{rect(0, 0, width, high, "#efece4")}{text(GAP + 4, 32, board["title"], 22, INK, bold=True)}{"".join(lines_named(board, moments, width - GAP))}\n' + "\n".join(drawn) + "</svg>\n")


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    source = Source(sys.argv[1].rstrip("/"), int(sys.argv[2]), float(sys.argv[3]) if len(sys.argv) == 4 else time.time())
    for path in sorted(glob.glob(os.path.join(HERE, "..", "..", "dashboards", "*.json"))):
        target = os.path.join(HERE, os.path.basename(path)[:-5] + ".svg")
        with open(path, encoding="utf-8") as board, open(target, "w", encoding="utf-8") as file:
            file.write(draw(json.load(board), source))
        print(target)


if __name__ == "__main__":
    main()
