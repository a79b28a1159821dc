using System.Reflection;
using MassTransit;

namespace MonitoringDemo.HouseRules.Tests;

public sealed class TypeTests
{
    private static readonly IReadOnlyList<Type> AllTypes =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "MonitoringDemo.*.dll")
            .Where(path => !Path.GetFileName(path).Contains(".Tests", StringComparison.Ordinal))
            .Select(Assembly.LoadFrom)
            .SelectMany(assembly => assembly.GetTypes())];

    [Fact]
    public void Consumer_names_are_unique_in_the_whole_house()
    {
        var consumers = AllTypes.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IConsumer))).ToList();

        var clashes = consumers.GroupBy(type => type.Name).Where(group => group.Count() > 1).Select(group => string.Join(" and ", group));

        consumers.ShouldNotBeEmpty();
        clashes.ShouldBeEmpty("the queue takes its name from the class, so two of one name would steal each other's messages");
    }

    [Fact]
    public void A_name_of_a_type_stands_for_one_thing()
    {
        var types = AllTypes.Where(type => !type.IsNested && !IsGenerated(type) && type.Name != "Program");

        var clashes = types.GroupBy(type => type.Name, type => type.FullName).Where(group => group.Distinct().Count() > 1).Select(group => string.Join(" and ", group.Distinct()));

        clashes.ShouldBeEmpty();
    }

    [Fact]
    public void Classes_are_sealed_unless_made_to_be_derived_from()
    {
        var offenders = AllTypes.Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false })
            .Where(type => type.Name is not "Program" && !IsGenerated(type))
            .Where(type => !AllTypes.Any(other => other.BaseType == type || (other.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == type)))
            .Select(type => type.FullName);

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Messages_are_records_without_a_base()
    {
        var messages = AllTypes.Where(type => type.Namespace?.StartsWith("MonitoringDemo.Messages.", StringComparison.Ordinal) == true)
            .Where(type => type is { IsPublic: true, IsClass: true, IsAbstract: false });

        var offenders = messages.Where(type => type.GetMethod("<Clone>$") is null || type.BaseType != typeof(object)).Select(type => type.Name);

        offenders.ShouldBeEmpty();
    }

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal) ||
        type.DeclaringType is { } outer && IsGenerated(outer) ||
        type.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");
}
