#!/usr/bin/python3
"""scikit-learn's logistic regression, for the library to be held to: tests/Learning.Tests/Fixtures/logistic*.json.

Run from the root of the repository, with Debian's python3-sklearn:

    /usr/bin/python3 benchmarks/peers/logistic.py made > tests/Learning.Tests/Fixtures/logistic.json
    /usr/bin/python3 benchmarks/peers/logistic.py real FOLDER > tests/Learning.Tests/Fixtures/logistic-data.json

"made" draws a small problem with missing values and a category; "real" reads the data sets in FOLDER (for the tests:
MONITORINGDEMO_DATA), all their rows, and keeps coefficients only. Inputs are prepared as the library documents it: numbers
standardised by mean and population deviation, missing ones 0 with an indicator column, categories one-hot with a column for
missing. C = 1, tol = 1e-10, max_iter = 10,000, the intercept not penalised.

The default solver, lbfgs, stops when the loss no longer falls, whatever tol says: where columns are nearly redundant, as
one-hot columns are, that is up to 0.09 away from the optimum ("lbfgsFallsShortBy"). The solver newton-cholesky goes on until
the gradient is gone, which is checked here, so the real data sets are held to its coefficients.
"""
import csv
import gzip
import json
import os
import sys

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

SONG = ["danceability", "energy", "loudness", "speechiness", "acousticness", "instrumentalness", "liveness", "valence", "tempo", "duration_ms", "chorus_hit_s", "sections"]

# file: label, numeric columns, categorical columns. Neither keys nor titles nor what is known only after the outcome.
DATA = {
    "music_hit_stream.csv.gz": ("hit", SONG, ["key", "mode", "time_signature"]),
    "fma_rock_hiphop.csv.gz": (
        "label_rock",
        ["duration", "bit_rate", "listens", "favorites", "interest", "acousticness", "danceability", "energy", "instrumentalness", "liveness", "speechiness", "tempo", "valence"],
        [],
    ),
    "elec2.csv.gz": ("label_up", ["date", "period", "nswprice", "nswdemand", "vicprice", "vicdemand", "transfer"], ["day"]),
    "bank_marketing.csv.gz": (
        "label_subscribed",
        ["age", "balance", "day", "campaign", "pdays", "previous"],
        ["job", "marital", "education", "default", "housing", "loan", "contact", "month", "poutcome"],
    ),
    "online_shoppers.csv.gz": (
        "label_revenue",
        ["Administrative", "Administrative_Duration", "Informational", "Informational_Duration", "ProductRelated", "ProductRelated_Duration", "BounceRates", "ExitRates", "PageValues", "SpecialDay"],
        ["Month", "OperatingSystems", "Browser", "Region", "TrafficType", "VisitorType", "Weekend"],
    ),
    "heart_disease_4sites.csv": (
        "label_disease",
        ["age", "trestbps", "chol", "thalach", "oldpeak", "ca"],
        ["sex", "cp", "fbs", "restecg", "exang", "slope", "thal"],
    ),
}


def numeric_columns(values):
    present = values[~np.isnan(values)]
    deviation = present.std() if len(present) else 0.0
    columns = []
    if deviation > 0:
        columns.append(("", np.nan_to_num((values - present.mean()) / deviation, nan=0.0)))
    if 0 < len(present) < len(values):
        columns.append((" missing", np.isnan(values).astype(float)))
    return columns


def categorical_columns(codes, categories):
    columns = [(f"={name}", (codes == code).astype(float)) for code, name in enumerate(categories)]
    return columns + [(" missing", (codes < 0).astype(float))] if (codes < 0).any() else columns


def fit(design, labels):
    lbfgs = LogisticRegression(C=1, tol=1e-10, max_iter=10000).fit(design, labels)
    exact = LogisticRegression(C=1, tol=1e-10, max_iter=10000, solver="newton-cholesky").fit(design, labels)
    residual = exact.predict_proba(design)[:, 1] - labels
    gradient = np.append(design.T @ residual + exact.coef_[0], residual.sum())
    if np.abs(gradient).max() > 1e-8 * len(labels):
        sys.exit(f"newton-cholesky stopped at a gradient of {np.abs(gradient).max()}.")
    return lbfgs, exact


def made():
    random = np.random.default_rng(7)
    rows = 300
    x0, x1, x2 = 3 + 2 * random.standard_normal(rows), random.exponential(100, rows), random.standard_normal(rows)
    key = random.integers(0, 3, rows)
    log_odds = 0.8 * (x0 - 3) + 0.006 * (x1 - 100) - 0.9 * x2 + np.array([-0.4, 0.7, -0.6])[key]
    labels = (random.random(rows) < 1 / (1 + np.exp(-log_odds))).astype(int)
    x0, x1, x2 = np.round(x0, 4), np.round(x1, 4), np.round(x2, 4)
    x0[random.random(rows) < 0.08] = np.nan
    key = np.where(random.random(rows) < 0.07, -1, key)
    columns = [(name + n, c) for name, values in (("x0", x0), ("x1", x1), ("x2", x2)) for n, c in numeric_columns(values)]
    columns += [("key" + n, c) for n, c in categorical_columns(key, ["A", "B", "C"])]
    design = np.column_stack([c for _, c in columns])
    lbfgs, exact = fit(design, labels)
    return {
        "columns": [n for n, _ in columns],
        "rows": [[None if np.isnan(a) else a, b, c, None if k < 0 else int(k)] for a, b, c, k in zip(x0, x1, x2, key)],
        "labels": labels.tolist(),
        "intercept": lbfgs.intercept_[0],
        "coefficients": lbfgs.coef_[0].tolist(),
        "exactIntercept": exact.intercept_[0],
        "exactCoefficients": exact.coef_[0].tolist(),
        "probabilities": lbfgs.predict_proba(design)[:, 1].tolist(),
    }


def real(folder):
    sets = []
    for file, (label, numeric, categorical) in DATA.items():
        path = os.path.join(folder, file)
        opened = gzip.open(path, "rt", encoding="utf-8", newline="") if file.endswith(".gz") else open(path, encoding="utf-8", newline="")
        with opened as text:
            rows = list(csv.DictReader(text))
        labels = np.array([int(row[label]) for row in rows])
        columns, features = [], []
        for name in numeric:
            values = np.array([float(row[name]) if row[name] else np.nan for row in rows])
            columns += [(name + n, c) for n, c in numeric_columns(values)]
            features.append({"name": name})
        for name in categorical:
            categories = sorted({row[name] for row in rows if row[name]})
            codes = np.array([categories.index(row[name]) if row[name] else -1 for row in rows])
            columns += [(name + n, c) for n, c in categorical_columns(codes, categories)]
            features.append({"name": name, "categories": categories})
        lbfgs, exact = fit(np.column_stack([c for _, c in columns]), labels)
        sets.append({
            "file": file,
            "label": label,
            "rows": len(rows),
            "features": features,
            "columns": [n for n, _ in columns],
            "intercept": exact.intercept_[0],
            "coefficients": exact.coef_[0].tolist(),
            "lbfgsFallsShortBy": float(np.abs(np.append(lbfgs.coef_ - exact.coef_, lbfgs.intercept_ - exact.intercept_)).max()),
        })
    return {"sets": sets}


def main():
    if sys.argv[1:] == ["made"]:
        fixture = made()
    elif len(sys.argv) == 3 and sys.argv[1] == "real":
        fixture = real(sys.argv[2])
    else:
        sys.exit("Give 'made', or 'real' and the folder of the data sets.")
    json.dump({"scikitLearn": sklearn.__version__, "command": " ".join(["benchmarks/peers/logistic.py", sys.argv[1]]), **fixture}, sys.stdout)
    print()


if __name__ == "__main__":
    main()
