using System.IO.Compression;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using MiniExcelLibs;
using NodaTime;

namespace FollowUp.Tests.Parsing.Sheets;

/// <summary>What a spreadsheet program wrote is read as it shows it. Tests <see cref="WorkbookSheet"/>.</summary>
public sealed class A_workbook
{
    [Fact]
    public void has_dates_numbers_and_texts()
    {
        SheetContent content = Read(
            new() { ["No"] = 12, ["Title"] = "Revise", ["Due"] = new DateTime(2020, 3, 4) },
            new() { ["No"] = 1.5, ["Title"] = "'=1+1", ["Due"] = "4.3.2020" },
            new() { ["No"] = null, ["Title"] = " outer blanks ", ["Due"] = new DateTime(2020, 3, 4, 14, 30, 0) });

        content.Encoding.Should().BeNull();
        content.Rows.Select(row => row.Number).Should().Equal(1, 2, 3, 4);
        content.Rows[1].Cells[0].Should().Be(new SheetCell("12", IsNumber: true));
        content.Rows[1].Cells[2].Should().Be(new SheetCell("2020-03-04", new LocalDate(2020, 3, 4)));
        content.Rows[2].Cells.Select(cell => cell.Text).Should().Equal("1.5", "=1+1", "4.3.2020");
        content.Rows[3].Cells.Select(cell => cell.Text).Should().Equal("", "outer blanks", "2020-03-04 14:30:00");
    }

    /// <summary>Forty megabytes of nothing take forty kilobytes in a file.</summary>
    [Fact]
    public void that_unpacks_to_more_than_anybody_wrote_is_refused()
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open())
        {
            entry.Write(new byte[SheetLimits.UnpackedBytes + 1]);
        }

        file.Length.Should().BeLessThan(SheetLimits.Bytes);
        Code(file.ToArray()).Should().Be("workbook-too-large");
    }

    [Fact]
    public void that_is_broken_is_refused_wherever_it_is_broken() => Seeds.Each(100, random =>
    {
        byte[] bytes = Written(new Dictionary<string, object?> { ["Title"] = "Revise" });
        byte[] broken = bytes[..random.Next(4, bytes.Length)];
        for (int n = 0; n < 20; n++)
        {
            broken[random.Next(4, broken.Length)] = (byte)random.Next(256);
        }

        Code(broken).Should().Be("no-workbook");
    });

    private static SheetContent Read(params Dictionary<string, object?>[] rows) => SheetReader.Read(Written(rows), SheetOptions.None);

    private static byte[] Written(params Dictionary<string, object?>[] rows)
    {
        using MemoryStream file = new();
        _ = file.SaveAs(rows);
        return file.ToArray();
    }

    private static string Code(byte[] bytes)
    {
        Action read = () => SheetReader.Read(bytes, SheetOptions.None);
        return FaultPhrases.OfField(read.Should().Throw<InvalidInputException>().Which.Faults[0].Detail)!.Code;
    }
}
