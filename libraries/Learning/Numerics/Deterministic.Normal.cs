namespace MonitoringDemo.Learning.Numerics;

/// <content>The normal distribution.</content>
public static partial class Deterministic
{
    private const double MillsScale = 3.5;

    // Chebyshev coefficients of (x + 3.5) × Φ(−x) / φ(x) over t = (x − 3.5) / (x + 3.5), computed in 60 digits;
    // the first one left out is 4e-18. The mapping is that of J. L. Schonfelder, "Chebyshev expansions for the error
    // and related functions", Mathematics of Computation 32 (1978).
    private static readonly double[] MillsCoefficients =
    [
        4.550903848063643, -1.6262235755327978, 0.41385197358791387, -0.06797372120677146, 0.004178700146848022,
        0.0009105434156357809, -0.0001890598792425105, -1.3310261064332105e-05, 6.428329098397909e-06,
        3.404224108500272e-07, -2.3462221971172036e-07, -1.8347372427889058e-08, 9.024444345091693e-09,
        1.291263675407285e-09, -3.2440903832657767e-10, -8.856962581439781e-11, 7.684626946585499e-12,
        5.399199884800951e-12, 2.3262032537607774e-13, -2.674185064379492e-13, -5.072660300936378e-14,
        8.001217901738467e-15, 4.3176468592842295e-15, 2.357802445146769e-16, -2.2994118137165096e-16,
        -5.780267652963492e-17,
    ];

    /// <summary>Φ(x), the standard normal distribution function, relative error about 1e-15 in the lower tail too.</summary>
    public static double NormalCdf(double x)
    {
        if (double.IsNaN(x))
            return x;
        var tail = UpperTail(Math.Abs(x));
        return x > 0.0 ? 1.0 - tail : tail;
    }

    /// <summary>The x with Φ(x) = <paramref name="p"/>; −∞ for 0, +∞ for 1, NaN outside [0, 1].</summary>
    /// <remarks>Algorithm AS 241 (PPND16) of M. J. Wichura, Applied Statistics 37 (1988), relative error about 1e-16.</remarks>
    public static double NormalQuantile(double p)
    {
        if (!(p > 0.0 && p < 1.0))
            return p == 0.0 ? double.NegativeInfinity : p == 1.0 ? double.PositiveInfinity : double.NaN;

        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
            return Central(q);

        var r = Math.Sqrt(-Log(q < 0.0 ? p : 1.0 - p));
        var x = r <= 5.0 ? Shoulder(r - 1.6) : Tail(r - 5.0);
        return q < 0.0 ? -x : x;
    }

    private static double UpperTail(double x)
    {
        if (x > 38.6)
            return 0.0;

        // Clenshaw's recurrence.
        var t = (x - MillsScale) / (x + MillsScale);
        double b1 = 0.0, b2 = 0.0;
        for (var i = MillsCoefficients.Length - 1; i > 0; i--)
            (b1, b2) = ((2.0 * t * b1) - b2 + MillsCoefficients[i], b1);
        var mills = ((t * b1) - b2 + (0.5 * MillsCoefficients[0])) / (x + MillsScale);

        // e^(−x²/2) with x² split: the square of the coarse part is exact, so the error of x² is not blown up by Exp.
        var coarse = Math.Floor(x * 16.0) / 16.0;
        var density = Exp(-0.5 * coarse * coarse) * Exp(-0.5 * (x - coarse) * (x + coarse)) * 0.3989422804014327;
        return density * mills;
    }

    private static double Central(double q)
    {
        var r = 0.180625 - (q * q);
        return q * (Polynomial(r, [
            2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
            13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608])
            / Polynomial(r, [
            5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
            5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0]));
    }

    private static double Shoulder(double r) =>
        Polynomial(r, [
            7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
            3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734])
        / Polynomial(r, [
            1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
            0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0]);

    private static double Tail(double r) =>
        Polynomial(r, [
            2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
            0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772])
        / Polynomial(r, [
            2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
            0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0]);

    private static double Polynomial(double x, ReadOnlySpan<double> fromTheHighestPower)
    {
        var value = fromTheHighestPower[0];
        foreach (var coefficient in fromTheHighestPower[1..])
            value = (value * x) + coefficient;
        return value;
    }
}
