using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Trainers;

/// <summary>What every trainer asks of its rows.</summary>
internal static class TrainingRows
{
    /// <summary>For a trainer that tells two classes apart.</summary>
    public static void Check(DataSet data)
    {
        CheckAny(data);
        if (data.Schema.Task.Classes > 2)
            throw new TrainingException($"The label '{data.Schema.Label}' has {data.Schema.Task.Classes} classes, and this trainer tells two apart. Choose 'binned-logistic', 'logistic-regression' or 'gradient-boosting'.");

        var ones = 0;
        foreach (var label in data.Labels)
        {
            if (label > 1)
                throw new TrainingException($"The label '{data.Schema.Label}' is {label} on some row; two classes are coded 0 and 1.");
            ones += label;
        }

        if (ones == 0 || ones == data.Count)
            throw new TrainingException($"All {data.Count} rows have the label {(ones == 0 ? 0 : 1)}: training needs rows of both classes. Train on a longer window.");
    }

    /// <summary>For a trainer that tells any number of classes apart.</summary>
    /// <returns>Rows per class.</returns>
    public static int[] CountClasses(DataSet data)
    {
        CheckAny(data);
        var rows = new int[data.Schema.Task.Classes];
        foreach (var label in data.Labels)
        {
            if (label >= rows.Length)
                throw new TrainingException($"The label '{data.Schema.Label}' is {label} on some row; {rows.Length} classes are coded 0 to {rows.Length - 1}.");
            rows[label]++;
        }

        if (rows.Count(count => count > 0) < 2)
            throw new TrainingException($"All {data.Count} rows have the label '{data.Schema.Task.NameOf(data.Labels[0])}': training needs rows of at least two classes. Train on a longer window.");
        return rows;
    }

    private static void CheckAny(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0)
            throw new TrainingException("There are no rows to train on.");
    }
}
