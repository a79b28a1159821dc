using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace MonitoringDemo.HouseRules.Tests;

/// <summary>A YAML file as maps, lists and texts; what is merged into a map stands in it.</summary>
internal sealed class ComposeFile
{
    private readonly Dictionary<object, object?> _root;

    public ComposeFile(string path)
    {
        using var text = new StreamReader(Path.Combine(Repository.Root, path));
        _root = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object?>>(new MergingParser(new Parser(text)));
    }

    public IReadOnlyDictionary<string, object?> Services => Map("services");

    public IReadOnlyList<object?> List(string key) => ListOf(_root[key]);

    public IReadOnlyDictionary<string, object?> Map(string key) => MapOf(_root[key]);

    public IReadOnlyDictionary<string, object?> Service(string name) => MapOf(Services[name]);

    public static IReadOnlyDictionary<string, object?> MapOf(object? node) =>
        (node as Dictionary<object, object?>)?.ToDictionary(pair => (string)pair.Key, pair => pair.Value) ?? [];

    public static IReadOnlyList<object?> ListOf(object? node) => node as List<object?> ?? [];

    /// <summary>Texts of a list that is there, or none.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyDictionary<string, object?> map, string key) => [.. ListOf(map.GetValueOrDefault(key)).OfType<string>()];
}
