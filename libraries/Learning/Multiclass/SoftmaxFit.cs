using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Multiclass;

/// <summary>Fits multinomial logistic regression and makes one additive model a class of it.</summary>
/// <remarks>
/// Classes without a training row take no part: their free intercepts would run away. Each is given half a row: the log-odds are log(½ / rows)
/// whatever the inputs, while the other classes' intercepts are about 0 on the average.
/// </remarks>
internal static class SoftmaxFit
{
    /// <param name="algorithm">The family.</param>
    /// <param name="data">Labelled rows.</param>
    /// <param name="rowsPerClass">Of those rows, by class.</param>
    /// <param name="design">Their inputs.</param>
    /// <param name="penalty">l2, smoothness, and which columns follow on the one before.</param>
    /// <param name="tolerance">Of the mean gradient.</param>
    /// <param name="terms">Makes the terms of one class of its weights.</param>
    public static SoftmaxModel Of(
        string algorithm,
        DataSet data,
        int[] rowsPerClass,
        ILogisticDesign design,
        (double L2, double Smoothness, bool[]? Follows) penalty,
        double tolerance,
        Func<double[], AdditiveTerm[]> terms)
    {
        int[] present = [.. Enumerable.Range(0, rowsPerClass.Length).Where(k => rowsPerClass[k] > 0)];
        var labels = new int[data.Count];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = Array.BinarySearch(present, data.Labels[i]);
        var problem = new SoftmaxProblem(design, labels, present.Length, penalty.L2, penalty.Smoothness, penalty.Follows);
        var weights = new double[problem.Size];
        TruncatedNewton.Minimise(problem, weights, tolerance);
        var parts = new AdditiveModel[rowsPerClass.Length];
        for (var k = 0; k < parts.Length; k++)
        {
            var at = Array.BinarySearch(present, k);
            var own = new double[design.Columns];
            for (var j = 0; at >= 0 && j < own.Length; j++)
                own[j] = weights[(j * present.Length) + at];
            parts[k] = new AdditiveModel(algorithm, data.Schema, at >= 0 ? own[0] : Deterministic.Log(0.5 / data.Count), terms(own));
        }

        return AdditiveModelFormat.OfClasses(data.Schema, parts);
    }
}
