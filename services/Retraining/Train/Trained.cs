using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>A model and where it came from, before it has a version.</summary>
/// <param name="Holdout">Newer rows that it was not trained on.</param>
internal sealed record Trained(IModel Model, Recipe Recipe, ulong Seed, DataSet Rows, DataSet Holdout)
{
    public long FromRow => Rows.RowNumbers[0];

    public long ToRow => Rows.RowNumbers[^1] + 1;

    public (int Zeros, int Ones) Labels
    {
        get
        {
            if (Rows.Schema.Task.Classes > 2)
            {
                var most = Rows.Labels.ToArray().CountBy(label => label).Max(count => count.Value);
                return (Rows.Count - most, most);
            }

            var ones = 0;
            foreach (var label in Rows.Labels) ones += label;
            return (Rows.Count - ones, ones);
        }
    }
}
