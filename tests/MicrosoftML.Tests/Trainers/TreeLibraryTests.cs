using System.Runtime.InteropServices;
using MonitoringDemo.MicrosoftML.Trainers;

namespace MonitoringDemo.MicrosoftML.Tests.Trainers;

public class TreeLibraryTests
{
    [Theory]
    [InlineData(Architecture.Arm64, false)]
    [InlineData(Architecture.Arm64, true)]
    [InlineData(Architecture.Arm, false)]
    [InlineData(Architecture.X86, false)]
    public void Where_there_is_no_native_library_the_trainer_is_left_out_by_name_with_others_to_use(Architecture processor, bool isWindows)
    {
        var sentence = TreeLibrary.WhyNoFastTree(processor, isWindows).ShouldNotBeNull();

        sentence.ShouldStartWith("The trainer 'mlnet-fasttree' needs a native library");
        sentence.ShouldContain($"{processor} processors");
        sentence.ShouldContain("use gradient-boosting, mlnet-sdca or mlnet-lbfgs");
    }

    [Theory]
    [InlineData(Architecture.X64, false)]
    [InlineData(Architecture.X64, true)]
    [InlineData(Architecture.X86, true)]
    public void FastTree_trains_where_its_library_is(Architecture processor, bool isWindows)
    {
        TreeLibrary.WhyNoFastTree(processor, isWindows).ShouldBeNull();
    }

    [Fact]
    public void LightGBM_trains_on_x64_only()
    {
        TreeLibrary.WhyNoLightGbm(Architecture.X64).ShouldBeNull();
        TreeLibrary.WhyNoLightGbm(Architecture.X86).ShouldNotBeNull().ShouldContain("'mlnet-lightgbm'");
        TreeLibrary.WhyNoLightGbm(Architecture.Arm64).ShouldNotBeNull().ShouldContain("'mlnet-lightgbm'");
    }
}
