using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.MicrosoftML.Columns;

/// <summary>
/// Columns for a linear trainer: those of the house's own logistic regression (standardised numbers, a column for missing
/// ones where training saw any, one-hot categories), so that a weight learned there becomes a term of the house's own model.
/// </summary>
internal sealed class LinearColumns
{
    private readonly DataSet _data;
    private readonly StandardEncoder _encoder;

    private LinearColumns(DataSet data, StandardEncoder encoder) => (_data, _encoder) = (data, encoder);

    /// <summary>How many; 0 when no feature tells rows apart.</summary>
    public int Count => _encoder.Count - 1;

    public static LinearColumns Learn(DataSet data, int minRows) => new(data, StandardEncoder.Learn(data, minRows));

    public ColumnMatrix Matrix()
    {
        var values = new float[_data.Count * Count];
        var encoded = new double[_encoder.Count];
        for (var i = 0; i < _data.Count; i++)
        {
            Array.Clear(encoded);
            _encoder.Encode(_data.Row(i), encoded);
            for (var j = 0; j < Count; j++)
                values[(i * Count) + j] = (float)encoded[j + 1];
        }

        return new ColumnMatrix(values, Count, _data.Labels);
    }

    /// <summary>The model with these log-odds.</summary>
    /// <param name="bias">The log-odds of a row whose columns are all 0.</param>
    /// <param name="weights">Log-odds per unit of each column.</param>
    /// <exception cref="TrainingException">One of them is not finite.</exception>
    public IModel Model(double bias, ReadOnlySpan<double> weights)
    {
        double[] learned = [bias, .. weights];
        return learned.All(double.IsFinite)
            ? new AdditiveModel(LogisticRegressionTrainer.Algorithm, _data.Schema, bias, _encoder.Terms(_data, learned))
            : throw new TrainingException("ML.NET learned a weight that is no finite number. Raise the penalty 'l2'.");
    }
}
