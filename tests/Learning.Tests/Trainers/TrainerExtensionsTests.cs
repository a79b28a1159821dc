using System.Reflection;
using System.Reflection.Emit;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Trainers;

public class TrainerExtensionsTests
{
    [Fact]
    public void A_program_built_without_any_has_none()
    {
        TrainerExtensions.Of(typeof(TrainerExtensionsTests).Assembly).ShouldBeEmpty();
    }

    [Fact]
    public void The_assemblies_that_a_program_names_are_loaded()
    {
        var program = Program((TrainerExtensions.Key, typeof(TrainerCatalog).Assembly.FullName!), ("RepositoryUrl", "No.Assembly"));

        TrainerExtensions.Of(program).ShouldBe([typeof(TrainerCatalog).Assembly]);
    }

    [Fact]
    public void One_that_is_gone_is_missed_by_name()
    {
        var program = Program((TrainerExtensions.Key, "Gone.Trainers"));

        Should.Throw<FileNotFoundException>(() => TrainerExtensions.Of(program)).Message.ShouldContain("Gone.Trainers");
    }

    private static AssemblyBuilder Program(params (string Key, string Value)[] metadata)
    {
        var constructor = typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!;
        return AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("Program"), AssemblyBuilderAccess.Run, metadata.Select(pair => new CustomAttributeBuilder(constructor, [pair.Key, pair.Value])));
    }
}
