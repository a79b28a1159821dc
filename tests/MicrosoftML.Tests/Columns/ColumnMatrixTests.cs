using MonitoringDemo.Learning;
using MonitoringDemo.MicrosoftML.Columns;

namespace MonitoringDemo.MicrosoftML.Tests.Columns;

public class ColumnMatrixTests
{
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_value_that_is_no_number_never_reaches_ML_NET(float value)
    {
        float[] values = [1, 2, 3, value];

        Should.Throw<TrainingException>(() => new ColumnMatrix(values, 2, [0, 1])).Message.ShouldContain("Column 1 of row 1");
    }

    [Fact]
    public void Rows_and_labels_come_back()
    {
        var matrix = new ColumnMatrix([1, 2, 3, 4], 2, [0, 1]);

        matrix.Rows.ShouldBe(2);
        matrix.Row(1).ToArray().ShouldBe([3f, 4f]);
        matrix.Label(0).ShouldBeFalse();
        matrix.Label(1).ShouldBeTrue();
    }
}
