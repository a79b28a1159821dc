using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>The schedules, by scikit-learn. Their results depend on the file and the script alone, and are kept.</summary>
internal sealed class Peers(string kept, bool fresh)
{
    private const string Python = "/usr/bin/python3";
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "keeping_up.py");

    /// <summary>Why they cannot run; null when they can.</summary>
    public static async Task<string?> WhyNotAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Python)) return $"{Python} is not there";
        try
        {
            await Started.RunAsync(Python, ["-c", "import sklearn.ensemble"], cancellation);
            return null;
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    /// <summary>The results, in the order of the script, and whether they had been kept.</summary>
    public async Task<(IReadOnlyList<PeerResult> Results, bool WereKept)> PlayAsync(Case played, string file, CancellationToken cancellation)
    {
        string[] arguments =
        [
            Script, file, .. played.Options, "--categorical", string.Join(',', played.Categorical),
            "--warmup", played.Warmup.ToString(CultureInfo.InvariantCulture), "--delay", played.Delay.ToString(CultureInfo.InvariantCulture),
        ];
        var path = Path.Combine(kept, $"{Key(arguments[2..], file)}.json");
        var wereKept = !fresh && File.Exists(path);
        var json = wereKept ? await File.ReadAllTextAsync(path, cancellation) : await Started.RunAsync(Python, arguments, cancellation);
        var results = JsonSerializer.Deserialize<List<PeerResult>>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{Script} printed nothing.");
        if (!wereKept)
        {
            Directory.CreateDirectory(kept);
            await File.WriteAllTextAsync(path, json, cancellation);
        }

        return (results, wereKept);
    }

    private static string Key(IEnumerable<string> arguments, string file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(File.ReadAllBytes(Script));
        hash.AppendData(File.ReadAllBytes(file));
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', arguments)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
