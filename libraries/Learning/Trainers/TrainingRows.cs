using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Trainers;

/// <summary>What every trainer asks of its rows.</summary>
internal static class TrainingRows
{
    public static void Check(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0)
            throw new TrainingException("There are no rows to train on.");

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
}
