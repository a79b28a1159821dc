using System.Text.Json;

namespace MonitoringDemo.Learning.Tests.Fixtures;

/// <summary>Numbers computed elsewhere, shipped inside the test assembly.</summary>
internal static class Fixture
{
    public static byte[] Bytes(string name)
    {
        var assembly = typeof(Fixture).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Fixtures.{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static JsonElement Json(string name) => JsonDocument.Parse(Bytes(name)).RootElement;

    public static double[] Doubles(this JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];
}
