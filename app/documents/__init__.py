"""What leaves a case on paper: pure, from its entries alone, the same bytes from the same entries.

model                      a document as words
drawing, sheet, breaking, typeface    its one renderer (fpdf2), with the app's own typeface
material, withheld         what a document is made from; the compartment that no document opens
answers, working           answers and clocks in lines
referral, notice, proof, application, chronology    one document each
making                     which there are, what is missing, and making one
"""
