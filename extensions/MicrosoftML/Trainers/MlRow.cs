using Microsoft.ML;
using Microsoft.ML.Data;
using MonitoringDemo.MicrosoftML.Columns;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>One row as ML.NET reads it; the names of its columns are those that ML.NET's trainers look for.</summary>
internal sealed class MlRow
{
    public bool Label { get; set; }

    public float[] Features { get; set; } = [];

    /// <summary>The matrix as ML.NET's own view, row after row.</summary>
    public static IDataView View(MLContext ml, ColumnMatrix matrix)
    {
        var schema = SchemaDefinition.Create(typeof(MlRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, matrix.Width);
        return ml.Data.LoadFromEnumerable(Enumerable.Range(0, matrix.Rows).Select(i => new MlRow { Label = matrix.Label(i), Features = matrix.Row(i).ToArray() }), schema);
    }
}
