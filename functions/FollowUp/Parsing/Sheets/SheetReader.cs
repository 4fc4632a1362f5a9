using FollowUp.Faults;

namespace FollowUp.Parsing.Sheets;

/// <summary>Reads a spreadsheet, whatever it is called: its first bytes say what it is.</summary>
public static class SheetReader
{
    /// <exception cref="InvalidInputException">It cannot be read.</exception>
    public static SheetContent Read(ReadOnlyMemory<byte> bytes, SheetOptions options) =>
        bytes.Span.StartsWith("PK\u0003\u0004"u8) ? WorkbookSheet.Read(bytes)
        : bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
            ? throw new InvalidInputException("", SheetFaults.OldWorkbook.Text)
        : CsvSheet.Read(bytes.Span, options);
}
