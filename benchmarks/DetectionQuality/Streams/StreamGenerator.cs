namespace MonitoringDemo.DetectionQuality.Streams;

/// <summary>The streams that the references ran on, bit for bit: SplitMix64, and nothing but + − × ÷ and √ after it.</summary>
internal struct StreamGenerator(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Fills a buffer with the segments, one after the other.</summary>
    public static void Fill(ulong seed, IReadOnlyList<Segment> segments, Span<double> values)
    {
        var generator = new StreamGenerator(seed);
        foreach (var segment in segments)
        {
            generator.Fill(segment, values[..segment.Length]);
            values = values[segment.Length..];
        }
    }

    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return (z >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Nearly standard normal: the sum of twelve uniforms, less 6.</summary>
    public double Normal()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
            sum += Uniform();
        return sum - 6;
    }

    private void Fill(Segment segment, Span<double> values)
    {
        var previous = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var from = segment.From;
            if (segment.To is { } to && Uniform() < (double)i / values.Length)
                from = to;
            values[i] = Draw(from, segment, i, ref previous);
        }
    }

    private double Draw(Distribution from, Segment segment, int i, ref double previous)
    {
        var (mean, p) = (from.Mean, from.P);
        if (!double.IsNaN(segment.RampTo))
        {
            mean = from.Mean + (segment.RampTo - from.Mean) * ((double)i / segment.Length);
            p = from.P + (segment.RampTo - from.P) * ((double)i / segment.Length);
        }

        if (i >= segment.StepAt) mean += segment.Step;
        switch (from.Shape)
        {
            case Shape.Bernoulli:
                return Uniform() < p ? 1 : 0;
            case Shape.Heavy12:
                var z = Normal();
                return mean + from.Sd * (z / (Uniform() + 0.05));
            case Shape.Triangle12:
                var phase = i % from.Period / from.Period;
                return mean + from.Amplitude * (Math.Abs(4 * phase - 2) - 1) + from.Sd * Normal();
            case Shape.Ar1:
                previous = from.Phi * previous + Math.Sqrt(1 - from.Phi * from.Phi) * Normal();
                return mean + from.Sd * previous;
            default:
                return mean + from.Sd * Normal();
        }
    }
}
