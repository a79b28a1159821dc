using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace MonitoringDemo.HouseRules.Tests;

/// <summary>YAML files as maps, lists and texts; what is merged into a map stands in it, and a later file is laid over those before it as Compose does: maps into maps, lists behind lists.</summary>
internal sealed class ComposeFile
{
    private readonly Dictionary<object, object?> _root;

    public ComposeFile(params IEnumerable<string> paths) => _root = paths.Select(Read).Aggregate((under, over) => (Dictionary<object, object?>)Over(under, over)!);

    public IReadOnlyDictionary<string, object?> Services => Map("services");

    public IReadOnlyList<object?> List(string key) => ListOf(_root[key]);

    public IReadOnlyDictionary<string, object?> Map(string key) => MapOf(_root[key]);

    public IReadOnlyDictionary<string, object?> Service(string name) => MapOf(Services[name]);

    public static IReadOnlyDictionary<string, object?> MapOf(object? node) =>
        (node as Dictionary<object, object?>)?.ToDictionary(pair => (string)pair.Key, pair => pair.Value) ?? [];

    public static IReadOnlyList<object?> ListOf(object? node) => node as List<object?> ?? [];

    /// <summary>Texts of a list that is there, or none.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyDictionary<string, object?> map, string key) => [.. ListOf(map.GetValueOrDefault(key)).OfType<string>()];

    private static Dictionary<object, object?> Read(string path)
    {
        using var text = new StreamReader(Path.Combine(Repository.Root, path));
        return new DeserializerBuilder().Build().Deserialize<Dictionary<object, object?>>(new MergingParser(new Parser(text)));
    }

    private static object? Over(object? under, object? over) => (under, over) switch
    {
        (Dictionary<object, object?> a, Dictionary<object, object?> b) => a.Concat(b).GroupBy(pair => pair.Key).ToDictionary(each => each.Key, each => each.Select(pair => pair.Value).Aggregate(Over)),
        (List<object?> a, List<object?> b) => a.Concat(b).ToList(),
        _ => over,
    };
}
