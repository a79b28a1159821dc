using System.Text.Json;

namespace MonitoringDemo.Drift.Tests.References;

/// <summary>The generator that the reference vectors are defined by: the same bits from + - * / floor and sqrt only.</summary>
internal sealed class ReferenceStream(ulong seed)
{
    private ulong _state = seed;

    public static double[] Generate(JsonElement definition)
    {
        var stream = new ReferenceStream(ulong.Parse(definition.GetProperty("seed").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        var values = definition.GetProperty("segments").EnumerateArray().SelectMany(stream.Segment).ToArray();
        if (definition.TryGetProperty("missing_every", out var every))
        {
            for (var i = every.GetInt32() - 1; i < values.Length; i += every.GetInt32())
                values[i] = double.NaN;
        }

        return values;
    }

    private IEnumerable<double> Segment(JsonElement segment)
    {
        var n = segment.GetProperty("n").GetInt32();
        var previous = 0.0;
        for (var i = 0; i < n; i++)
        {
            var part = segment;
            if (segment.TryGetProperty("mix", out var mix))
                part = Uniform() < (double)i / n ? mix.GetProperty("to") : mix.GetProperty("from");
            yield return Draw(part, segment, i, n, ref previous);
        }
    }

    private double Draw(JsonElement part, JsonElement segment, int i, int n, ref double previous)
    {
        double P(string name)
        {
            if (segment.TryGetProperty("ramp", out var ramp) && ramp.GetProperty("param").GetString() == name)
            {
                var from = ramp.GetProperty("from").GetDouble();
                return from + (ramp.GetProperty("to").GetDouble() - from) * ((double)i / n);
            }

            return part.GetProperty(name).GetDouble();
        }

        switch (part.GetProperty("dist").GetString())
        {
            case "constant":
                return P("value");
            case "uniform":
                return P("low") + (P("high") - P("low")) * Uniform();
            case "bernoulli":
                return Uniform() < P("p") ? 1 : 0;
            case "integer":
                return P("low") + Math.Floor(Uniform() * P("count"));
            case "choice":
                var cumulative = part.GetProperty("cumulative").EnumerateArray().Select(c => c.GetDouble()).ToArray();
                var u = Uniform();
                return Math.Min(cumulative.Count(c => u >= c), cumulative.Length - 1);
            case "normal12":
                return P("mean") + P("sd") * Normal();
            case "normal12_rounded":
                var x = P("mean") + P("sd") * Normal();
                return Math.Floor(x / P("step") + 0.5) * P("step");
            case "square12":
                var z = Normal();
                return P("mean") + P("sd") * (z * z);
            case "heavy12":
                var h = Normal();
                return P("mean") + P("sd") * (h / (Uniform() + 0.05));
            case "triangle12":
                var phase = i % P("period") / P("period");
                var noise = Normal();
                return P("mean") + P("amplitude") * (Math.Abs(4 * phase - 2) - 1) + P("sd") * noise;
            case "ar1_12":
                var phi = P("phi");
                previous = phi * previous + Math.Sqrt(1 - phi * phi) * Normal();
                return P("mean") + P("sd") * previous;
            case var other:
                throw new InvalidDataException($"No such distribution: {other}.");
        }
    }

    private double Normal()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
            sum += Uniform();
        return sum - 6;
    }

    private double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return (z >> 11) * (1.0 / (1UL << 53));
    }
}
