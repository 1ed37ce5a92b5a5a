"""x"""
def spans(text):
    return ()
