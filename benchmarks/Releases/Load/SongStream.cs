using System.Globalization;
using System.Text;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Releases.Load;

/// <summary>The songs of a world as requests, one song each, with what becomes of them. For any thread.</summary>
internal sealed class SongStream(SongWorld world, long firstRow)
{
    private readonly FeatureSchema _schema = world.Schema;

    /// <summary>The body of a request, and the label of its song.</summary>
    /// <param name="number">Which, from 0.</param>
    public (byte[] Body, byte Label) Request(int number)
    {
        var (features, labels) = (new double[_schema.Count], new byte[1]);
        world.Generate(firstRow + number, features, labels);
        var text = new StringBuilder(512).Append(CultureInfo.InvariantCulture, $"{{\"requestId\":\"{NameOf(number)}\",\"instances\":[{{");
        for (var i = 0; i < features.Length; i++)
        {
            var column = _schema.Features[i];
            text.Append(i == 0 ? "\"" : ",\"").Append(column.Name).Append("\":");
            // Every category of a song is a number.
            if (column.Kind == FeatureKind.Categorical) text.Append(column.Categories[(int)features[i]]);
            else text.Append(CultureInfo.InvariantCulture, $"{features[i]:R}");
        }

        return (Encoding.ASCII.GetBytes(text.Append("}]}").ToString()), labels[0]);
    }

    /// <summary>What a request is called.</summary>
    public static string NameOf(int number) => FormattableString.Invariant($"r-{number}");
}
