"""Writes tests/Learning.Tests/Fixtures/multiclass.json: what scikit-learn says of more than two classes.

    /usr/bin/python3 benchmarks/peers/multiclass.py DATA > tests/Learning.Tests/Fixtures/multiclass.json

DATA is the folder that MONITORINGDEMO_DATA names. Needs Debian's python3-sklearn. Measures of made-up probabilities,
multinomial logistic regression on the iris data that come with scikit-learn, and HistGradientBoostingClassifier on
three data sets, whose answers stand as one byte a row, base64.
"""
import base64
import json
import os
import sys

import numpy
import sklearn
from sklearn.datasets import load_iris
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, balanced_accuracy_score, f1_score, log_loss
from sklearn.preprocessing import StandardScaler

from boosting import SETS, codes, numbers, read

# Label, columns that say it or name the row, and which rows train: of every ten the first six where the rows are sorted by the label, else the first 60 %.
TASKS = {
    "decades": ("songs", "decade", ["song_id", "title", "artist", "stream_date"], True),
    "jobs": ("bank", "job", ["row", "duration"], False),
    "visitors": ("shoppers", "VisitorType", ["TrafficType"], False),
}


def evaluation():
    random = numpy.random.default_rng(7)
    classes, rows = 5, 400
    labels = random.integers(0, classes - 1, rows)
    odds = random.normal(size=(rows, classes)) + 1.5 * numpy.eye(classes)[labels]
    p = numpy.exp(odds) / numpy.exp(odds).sum(axis=1, keepdims=True)
    answers = p.argmax(axis=1)
    return {
        "classes": classes, "labels": labels.tolist(), "probabilities": p.tolist(),
        "accuracy": accuracy_score(labels, answers), "balancedAccuracy": balanced_accuracy_score(labels, answers[:]),
        "logLoss": log_loss(labels, p, labels=range(classes)), "macroF1": f1_score(labels, answers, average="macro"),
    }


def iris():
    x, y = load_iris(return_X_y=True)
    scaled = StandardScaler().fit_transform(x)
    model = LogisticRegression(C=1, multi_class="multinomial", solver="newton-cg", tol=1e-12, max_iter=10_000).fit(scaled, y)
    return {"values": x.tolist(), "labels": y.tolist(), "probabilities": model.predict_proba(scaled).tolist()}


def measured(folder, name):
    of, label, ignored, interleaved = TASKS[name]
    file, former, time, categorical, _ = SETS[of]
    rows = read(os.path.join(folder, file))
    train = numpy.array([i % 10 < 6 if interleaved else i < len(rows) * 6 // 10 for i in range(len(rows))])
    classes = sorted({row[label] for row in rows})
    features, columns = [], []
    for column in rows[0]:
        if column in ignored or column in (label, time):
            continue
        if column in categorical or column == former and not row_is_number(rows, column):
            known = sorted({row[column] for row, used in zip(rows, train) if used} - {""})
            features.append({"name": column, "categories": known})
            columns.append(codes(rows, column, known))
        else:
            features.append({"name": column})
            columns.append(numbers(rows, column))
    x, y = numpy.array(columns).T, numpy.array([classes.index(row[label]) for row in rows])
    model = HistGradientBoostingClassifier(
        max_iter=60, max_leaf_nodes=31, learning_rate=0.1, l2_regularization=1, early_stopping=False, random_state=0,
        categorical_features=["categories" in feature for feature in features]).fit(x[train], y[train])
    answers = model.classes_[model.predict_proba(x[~train]).argmax(axis=1)]
    return {
        "file": file, "label": label, "classes": classes, "features": features, "interleaved": interleaved, "testRows": int((~train).sum()),
        "accuracy": float((answers == y[~train]).mean()),
        "logLoss": log_loss(y[~train], model.predict_proba(x[~train]), labels=range(len(classes))),
        "answers": base64.b64encode(answers.astype(numpy.uint8).tobytes()).decode("ascii"),
    }


def row_is_number(rows, column):
    try:
        float(rows[0][column])
        return True
    except ValueError:
        return False


def main():
    folder = sys.argv[1]
    json.dump({"sklearn": sklearn.__version__, "evaluation": evaluation(), "iris": iris(), "sets": {name: measured(folder, name) for name in TASKS}}, sys.stdout, separators=(",", ":"))


if __name__ == "__main__":
    main()
