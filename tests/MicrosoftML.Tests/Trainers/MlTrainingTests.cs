using Microsoft.ML;
using MonitoringDemo.Learning;
using MonitoringDemo.MicrosoftML.Columns;
using MonitoringDemo.MicrosoftML.Trainers;

namespace MonitoringDemo.MicrosoftML.Tests.Trainers;

public class MlTrainingTests
{
    [Fact]
    public void What_ML_NET_cannot_learn_from_is_a_training_that_failed()
    {
        var matrix = new ColumnMatrix([], 1, []);

        var exception = Should.Throw<TrainingException>(
            () => MlTraining.Fit(matrix, 1, ml => ml.BinaryClassification.Trainers.LbfgsLogisticRegression()));

        exception.Message.ShouldStartWith("ML.NET gave up on these rows");
        exception.InnerException.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Unable to load shared library 'FastTreeNative' or one of its dependencies. In order to help", "'FastTreeNative'")]
    [InlineData("Unable to load shared library 'lib_lightgbm' or one of its dependencies. libgomp.so.1: cannot open shared object file", "libgomp1")]
    public void A_native_library_that_does_not_load_is_told_with_the_mend(string theirs, string named)
    {
        var sentence = MlTraining.Mend(new DllNotFoundException(theirs));

        sentence.ShouldContain(named);
        sentence.ShouldContain("choose another trainer (Retraining:Candidates)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(ulong.MaxValue)]
    public void Any_seed_of_the_house_is_one_for_ML_NET(ulong seed)
    {
        MlTraining.Seed(seed).ShouldBeGreaterThanOrEqualTo(0);
    }
}
